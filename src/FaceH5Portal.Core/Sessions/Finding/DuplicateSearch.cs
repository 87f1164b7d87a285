using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Subjects;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.Sessions.Finding;

/// <summary>A session under way that asks for what another is about to ask for.</summary>
public sealed record DuplicateSession(Guid Id, SessionStatus Status, DateTime CreatedAtUtc);

/// <summary>Whether a new session would ask for what one under way asks for already: each invites somebody, and each may be charged.</summary>
public sealed class DuplicateSearch(PortalStore store, BlindIndex index)
{
    private const int Most = 5;
    private const int AtOnce = 500;

    private static readonly SessionStatus[] UnderWay = [.. Enum.GetValues<SessionStatus>().Where(status => !status.IsFinal())];

    /// <summary>The newest of the same plan with the same certificate number or the same reference; a plan of another purpose may well ask again.</summary>
    public async Task<Result<IReadOnlyList<DuplicateSession>>> FindAsync(Actor actor, NewSession request, CancellationToken cancellationToken)
    {
        if (Refusal(actor) is { } denied)
            return denied;
        var found = await FindAllAsync(actor, request.PlanId, [request], cancellationToken);
        return found.Ok ? found.Value[0].OrderByDescending(duplicate => duplicate.CreatedAtUtc).Take(Most).ToList() : found.Errors.ToList();
    }

    /// <summary>The same for many at once, in their order.</summary>
    public async Task<Result<IReadOnlyList<IReadOnlyList<DuplicateSession>>>> FindAllAsync(
        Actor actor, Guid planId, IReadOnlyList<NewSession> requests, CancellationToken cancellationToken)
    {
        if (Refusal(actor) is { } denied)
            return denied;
        // Who may not look for a person does not learn from an answer here that there is one.
        var numbers = requests.Select(request => actor.May(Permission.SeePersonalData) ? NumberOf(request) : null).ToList();
        var references = requests.Select(ReferenceOf).ToList();
        await using var db = await store.ReadAsync(cancellationToken);
        var sessions = db.Set<VerificationSession>();
        var byNumber = await LookUpAsync(planId, numbers, some => db.Set<Subject>().Where(subject => some.Contains(subject.NumberIndex!))
            .Join(sessions, subject => subject.Id, s => s.SubjectId, (subject, s) => new Known(subject.NumberIndex!, s.Id, s.PlanId, s.Status, s.CreatedAtUtc)), cancellationToken);
        var byReference = await LookUpAsync(planId, references, some => sessions.Where(s => some.Contains(s.Reference!))
            .Select(s => new Known(s.Reference!, s.Id, s.PlanId, s.Status, s.CreatedAtUtc)), cancellationToken);
        return requests.Select((_, place) => (IReadOnlyList<DuplicateSession>)[.. byNumber[numbers[place] ?? ""]
            .Concat(byReference[references[place] ?? ""])
            .Select(known => new DuplicateSession(known.Id, known.Status, known.CreatedAtUtc)).Distinct()]).ToList();
    }

    /// <summary>By which two requests are for one person; null where the person is not named.</summary>
    internal string? NumberOf(NewSession request) => request.Identity is { } identity
        ? index.OfNumber(identity.CertificateType, IdentityRules.TidyNumber(identity.Number)) : null;

    internal static string? ReferenceOf(NewSession request) =>
        string.IsNullOrWhiteSpace(request.Reference) ? null : request.Reference.Trim();

    private static PortalError? Refusal(Actor actor) => actor.Lacks(Permission.CreateSessions) ?? actor.Lacks(Permission.SeeSessions);

    private static async Task<ILookup<string, Known>> LookUpAsync(
        Guid planId, IEnumerable<string?> keys, Func<string[], IQueryable<Known>> query, CancellationToken cancellationToken)
    {
        var found = new List<Known>();
        foreach (var some in keys.OfType<string>().Distinct().Chunk(AtOnce))
            found.AddRange(await query(some).ToListAsync(cancellationToken));
        // Not asked of SQLite, which would go through all that the plan ever had to find the few of a person.
        return found.Where(known => known.PlanId == planId && UnderWay.Contains(known.Status)).ToLookup(known => known.Key);
    }

    private sealed record Known(string Key, Guid Id, Guid PlanId, SessionStatus Status, DateTime CreatedAtUtc);
}
