using System.Linq.Expressions;

namespace FaceH5Portal.Core.Sessions.Finding;

/// <summary>
/// A filter with an index of its own, which also has the sessions behind it in these orders, and what is left to
/// filter by once it has been used.
/// </summary>
internal sealed record SessionLead(
    Expression<Func<VerificationSession, bool>> Where, SessionFilter Rest, params SessionSort[] Orders)
{
    /// <summary>Somebody has more sessions than are looked at.</summary>
    public bool IsCut { get; init; }

    /// <summary>The likely rarest first.</summary>
    public static IReadOnlyList<SessionLead> Of(SessionFilter filter) => [.. All(filter).OfType<SessionLead>()];

    public static SessionLead OfIds(SessionFilter filter, List<Guid> ids, bool isCut) => new(
        s => ids.Contains(s.Id), filter with { Person = null, LogId = null }, Enum.GetValues<SessionSort>())
    {
        IsCut = isCut,
    };

    private static IEnumerable<SessionLead?> All(SessionFilter filter)
    {
        yield return filter.Reference is { } reference
            ? new(s => s.Reference == reference, filter with { Reference = null }, SessionSort.Created) : null;
        // The second half is the condition of a partial index, in its own words.
        yield return filter.Review is { } review and not ReviewState.None
            ? new(s => s.Review == review && s.Review != ReviewState.None, filter with { Review = null }, SessionSort.Created) : null;
        yield return filter.Harvest is { } harvest and not HarvestState.Complete
            ? new(s => s.Harvest == harvest && s.Harvest != HarvestState.Complete, filter with { Harvest = null }, SessionSort.Created) : null;
        yield return filter.Status is { } status
            ? new(s => s.Status == status, filter with { Status = null }, SessionSort.Created, SessionSort.Expiry) : null;
        yield return filter.PlanIds is [var plan]
            ? new(s => s.PlanId == plan, filter with { PlanIds = null }, SessionSort.Created) : null;
    }
}
