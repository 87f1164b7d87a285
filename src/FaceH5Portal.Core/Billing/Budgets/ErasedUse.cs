using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Evidence;
using FaceH5Portal.Core.Subjects;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.Billing.Budgets;

/// <summary>An erased person's launches are no longer counted as theirs: nothing may tell that it was them.</summary>
public sealed class ErasedUse : IErasureFollower
{
    public async Task FollowAsync(PortalWrite write, Erasure erasure, CancellationToken cancellationToken)
    {
        var subjects = await write.Set<Subject>().AsNoTracking().Where(subject => erasure.SubjectIds.Contains(subject.Id))
            .Select(subject => new { subject.Id, subject.NumberIndex }).ToListAsync(cancellationToken);
        var persons = subjects.Select(subject => subject.NumberIndex).OfType<string>()
            .Concat(subjects.Select(subject => subject.Id.ToString("N"))).Distinct().ToList();
        await write.Set<BudgetUse>().Where(use => persons.Contains(use.Person)).ExecuteDeleteAsync(cancellationToken);
    }
}
