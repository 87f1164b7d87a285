using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.PhotoChecks;
using FaceH5Portal.Core.Sessions;
using FaceH5Portal.Core.Subjects;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.Billing.Budgets;

/// <summary>Opens the count of a period with what it had seen before anybody counted: a cap set at noon knows of the morning.</summary>
public sealed class BudgetCounting(TimeProvider clock)
{
    internal async Task<BudgetUse> UseOfAsync(PortalWrite write, BudgetCap cap, Subject subject, CancellationToken cancellationToken)
    {
        var since = cap.Since(ChinaDate.Today(clock));
        var person = cap.Scope == BudgetScope.EachPerson ? subject.NumberIndex ?? subject.Id.ToString("N") : "";
        var use = new BudgetUse { CapId = cap.Id, Since = since, Person = person };
        if (write.Find(use) is { } known)
            return known;
        // What has passed is of no use to anybody.
        await write.Set<BudgetUse>().Where(old => old.CapId == cap.Id && old.Since < since).ExecuteDeleteAsync(cancellationToken);
        use.Launches = await MintedAsync(write, cap, subject, since, cancellationToken);
        write.Add(use);
        return use;
    }

    private static async Task<int> MintedAsync(PortalWrite write, BudgetCap cap, Subject subject, DateOnly since, CancellationToken cancellationToken)
    {
        var from = ChinaDate.StartUtc(since);
        var checks = cap.Scope == BudgetScope.Plan ? 0 : await CheckedAsync(write, cap, subject, from, cancellationToken);
        // Ids rise with time, so the key leaves only the period's tokens to look at.
        var first = Entropy.FirstIdSince(from);
        var tokens = write.Set<VerifyToken>().Where(token => token.Id.CompareTo(first) >= 0 && token.MintedAtUtc >= from);
        if (cap.Scope == BudgetScope.Plan)
            tokens = tokens.Where(token => write.Set<VerificationSession>().Any(session => session.Id == token.SessionId && session.PlanId == cap.PlanId));
        if (cap.Scope == BudgetScope.EachPerson)
            tokens = write.Set<Subject>().OfSamePerson(subject)
                .Join(write.Set<VerificationSession>(), one => one.Id, session => session.SubjectId, (_, session) => session.Id)
                .Join(write.Set<VerifyToken>(), id => id, token => token.SessionId, (_, token) => token).Where(token => token.MintedAtUtc >= from);
        return checks + await tokens.CountAsync(cancellationToken);
    }

    /// <summary>Photo checks that went to their vendor, or may have.</summary>
    private static Task<int> CheckedAsync(PortalWrite write, BudgetCap cap, Subject subject, DateTime from, CancellationToken cancellationToken)
    {
        var checks = write.Set<PhotoCheck>().Where(check => check.CreatedAtUtc >= from && check.State != PhotoCheckState.NotSent);
        if (cap.Scope == BudgetScope.EachPerson)
            checks = write.Set<Subject>().OfSamePerson(subject).Join(checks, one => one.Id, check => check.SubjectId, (_, check) => check);
        return checks.CountAsync(cancellationToken);
    }
}
