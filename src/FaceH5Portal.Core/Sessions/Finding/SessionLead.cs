using System.Linq.Expressions;

namespace FaceH5Portal.Core.Sessions.Finding;

/// <summary>A filter with an index of its own, which also has the sessions behind it in these orders.</summary>
internal sealed record SessionLead(Expression<Func<VerificationSession, bool>> Where, params SessionSort[] Orders)
{
    /// <summary>The likely rarest first.</summary>
    public static IReadOnlyList<SessionLead> Of(SessionFilter filter) => [.. All(filter).OfType<SessionLead>()];

    private static IEnumerable<SessionLead?> All(SessionFilter filter)
    {
        yield return filter.Reference is { } reference ? new(s => s.Reference == reference, SessionSort.Created) : null;
        // The second half is the condition of a partial index, in its own words.
        yield return filter.Review is { } review and not ReviewState.None
            ? new(s => s.Review == review && s.Review != ReviewState.None, SessionSort.Created) : null;
        yield return filter.Harvest is { } harvest and not HarvestState.Complete
            ? new(s => s.Harvest == harvest && s.Harvest != HarvestState.Complete, SessionSort.Created) : null;
        yield return filter.Status is { } status
            ? new(s => s.Status == status, SessionSort.Created, SessionSort.Expiry) : null;
        yield return filter.PlanIds is [var plan] ? new(s => s.PlanId == plan, SessionSort.Created) : null;
    }
}
