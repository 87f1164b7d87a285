using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Sessions;
using FaceH5Portal.Core.Subjects;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.Billing.Budgets;

/// <summary>What a period had seen before anybody counted: a cap set at noon knows of the morning.</summary>
internal static class BudgetCounting
{
    public static Task<int> MintedAsync(PortalWrite write, BudgetCap cap, Subject subject, DateOnly since, CancellationToken cancellationToken)
    {
        var from = ChinaDate.StartUtc(since);
        // Ids rise with time, so the key leaves only the period's tokens to look at.
        var first = Entropy.FirstIdSince(from);
        var tokens = write.Set<VerifyToken>().Where(token => token.Id.CompareTo(first) >= 0 && token.MintedAtUtc >= from);
        if (cap.Scope == BudgetScope.Plan)
            tokens = tokens.Where(token => write.Set<VerificationSession>().Any(session => session.Id == token.SessionId && session.PlanId == cap.PlanId));
        if (cap.Scope == BudgetScope.EachPerson)
            tokens = write.Set<Subject>().OfSamePerson(subject)
                .Join(write.Set<VerificationSession>(), one => one.Id, session => session.SubjectId, (_, session) => session.Id)
                .Join(write.Set<VerifyToken>(), id => id, token => token.SessionId, (_, token) => token).Where(token => token.MintedAtUtc >= from);
        return tokens.CountAsync(cancellationToken);
    }
}
