using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Evidence;
using FaceH5Portal.Core.Subjects;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace FaceH5Portal.Core.Privacy.Erasing;

/// <summary>
/// Lays the database and the list outside it beside each other at every start: what only the list tells of is erased again,
/// as after an older database was put back; what only the database tells of is noted, as after a kill between the two.
/// </summary>
public sealed partial class ErasureReplay(
    PortalStore store, ErasureNotes notes, SubjectErasure erasure, ILogger<ErasureReplay> logger) : IOpeningStep
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var noted = notes.Read();
        var unnoted = new List<(Guid, DateTime)>();
        await using (var db = await store.ReadAsync(cancellationToken))
            await foreach (var subject in db.Set<Subject>().Where(subject => subject.MasterKeyVersion == Subject.NoMasterKey)
                .Select(subject => new { subject.Id, subject.ErasedAtUtc }).AsAsyncEnumerable().WithCancellation(cancellationToken))
                if (!noted.Remove(notes.MarkOf(subject.Id)))
                    unnoted.Add((subject.Id, subject.ErasedAtUtc!.Value));
        if (unnoted.Count > 0)
            notes.Add(unnoted);
        if (noted.Count > 0)
            await EraseAgainAsync(noted, cancellationToken);
    }

    private async Task EraseAgainAsync(HashSet<string> noted, CancellationToken cancellationToken)
    {
        var back = new List<Guid>();
        await using (var db = await store.ReadAsync(cancellationToken))
            await foreach (var id in db.Set<Subject>().Where(subject => subject.MasterKeyVersion != Subject.NoMasterKey)
                .Select(subject => subject.Id).AsAsyncEnumerable().WithCancellation(cancellationToken))
                if (noted.Contains(notes.MarkOf(id)))
                    back.Add(id);
        foreach (var id in back)
            if (await erasure.EraseAgainAsync(id, cancellationToken) is { Ok: false, Errors: [var fault, ..] } && fault.Code != SubjectErasure.AlreadyErased)
                throw new PortalStartException($"A person who was erased is in this database again and cannot be erased: {fault.Code}.");
        if (back.Count > 0)
            Log.Again(logger, back.Count);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "This database is older than the list of erasures: {Subjects} subjects that had been erased were erased again.")]
        public static partial void Again(ILogger logger, int subjects);
    }
}
