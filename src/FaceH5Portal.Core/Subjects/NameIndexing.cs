using FaceH5Portal.Core.Data;

namespace FaceH5Portal.Core.Subjects;

/// <summary>Gives subjects from before names were indexed their index, so that a search finds them too. Done once.</summary>
public sealed class NameIndexing(PortalStore store, SubjectVault subjects) : IOpeningStep
{
    private const int AtOnce = 500;

    /// <exception cref="PortalStartException">The database cannot be written.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var indexed = await store.WriteAsync<int>(async write =>
            {
                var without = await write.TakeAsync(write.Set<Subject>().Where(subject => subject.SealedName != null && subject.NameIndex == null)
                    .OrderBy(subject => subject.Id).Take(AtOnce), cancellationToken);
                without.ForEach(subjects.IndexName);
                return without.Count;
            }, cancellationToken);
            if (!indexed.Ok)
                throw new PortalStartException($"Names cannot be indexed: {indexed.Errors[0].Code}.");
            if (indexed.Value < AtOnce)
                return;
        }
    }
}
