using System.IO.Compression;
using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Auditing;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Evidence;
using FaceH5Portal.Core.Evidence.Looking;
using FaceH5Portal.Core.PhotoChecks;
using FaceH5Portal.Core.Sessions;
using FaceH5Portal.Core.Subjects;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.Privacy.Copying;

/// <summary>A person's copy, made while it is written.</summary>
public sealed record PersonCopyFile(Func<Stream, CancellationToken, Task> WriteAsync);

/// <summary>
/// All that is kept of a person as one ZIP, for them: what is known, every verification of theirs, pictures, the vendor's
/// answers, the words they agreed to, and who looked. It goes through memory item by item and lies on no disk of ours.
/// </summary>
public sealed class PersonCopy(PortalStore store, EvidenceVault vault, CopyFacts facts, LookBook looks, AuditTrail audit)
{
    public async Task<Result<PersonCopyFile>> TakeAsync(Actor actor, Guid sessionId, RevealReason reason, CancellationToken cancellationToken)
    {
        if ((actor.Lacks(Permission.ManagePrivacy) ?? actor.Lacks(Permission.SeePersonalData) ?? actor.Lacks(Permission.SeeImages)) is { } denied)
            return denied;
        return await store.WriteAsync<PersonCopyFile>(async write =>
        {
            var subject = await write.Set<VerificationSession>().Where(session => session.Id == sessionId)
                .Join(write.Set<Subject>(), session => session.SubjectId, one => one.Id, (_, one) => one).AsNoTracking().SingleOrDefaultAsync(cancellationToken);
            if (subject is null)
                return new PortalError("session-unknown");
            if (subject.IsErased)
                return new PortalError("subject-erased");
            var subjects = await write.Set<Subject>().OfSamePerson(subject).Select(one => one.Id).ToListAsync(cancellationToken);
            var sessions = await write.Set<VerificationSession>().Where(session => subjects.Contains(session.SubjectId))
                .OrderBy(session => session.CreatedAtUtc).Select(session => session.Id).ToListAsync(cancellationToken);
            var groups = await write.Set<PhotoCheck>().Where(check => subjects.Contains(check.SubjectId))
                .Select(check => check.GroupId).Distinct().Order().ToListAsync(cancellationToken);
            foreach (var id in sessions.Concat(groups))
                looks.Record(write, actor, id, LookKind.Copy, reason);
            audit.Record(write, actor, AuditAction.CopyTaken, $"session/{sessionId}", $"{reason}, sessions {sessions.Count}");
            return new PersonCopyFile((stream, ending) => WriteAsync(stream, subject, sessions, groups, ending));
        }, cancellationToken);
    }

    private async Task WriteAsync(
        Stream stream, Subject subject, IReadOnlyList<Guid> sessions, IReadOnlyList<Guid> groups, CancellationToken cancellationToken)
    {
        await using var zip = await ZipArchive.CreateAsync(stream, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancellationToken);
        await AddAsync(zip, "person.json", facts.OfPerson(subject), cancellationToken);
        foreach (var id in sessions)
        {
            await AddAsync(zip, $"{id}/verification.json", await facts.OfSessionAsync(id, cancellationToken), cancellationToken);
            foreach (var (name, bytes) in await facts.ConsentsOfAsync(id, cancellationToken))
                await AddAsync(zip, $"{id}/{name}", bytes, cancellationToken);
            await AddEvidenceAsync(zip, id, cancellationToken);
        }
        foreach (var id in groups)
        {
            await AddAsync(zip, $"{id}/photo-checks.json", await facts.OfChecksAsync(id, cancellationToken), cancellationToken);
            await AddEvidenceAsync(zip, id, cancellationToken);
        }
    }

    /// <summary>One item in memory at a time.</summary>
    private async Task AddEvidenceAsync(ZipArchive zip, Guid sessionId, CancellationToken cancellationToken)
    {
        await using var db = await store.ReadAsync(cancellationToken);
        var items = await db.Set<EvidenceItem>().AsNoTracking().Where(item => item.SessionId == sessionId && item.BlobId != null)
            .OrderBy(item => item.StoredAtUtc).ThenBy(item => item.Id).ToListAsync(cancellationToken);
        for (var place = 0; place < items.Count; place++)
            if (await vault.OpenAsync(items[place].Id, cancellationToken) is { } opened)
                await AddAsync(zip, $"{sessionId}/{place + 1:00}-{items[place].Kind.ToString().ToLowerInvariant()}{ExtensionOf(opened.MediaType)}", opened.Bytes, cancellationToken);
    }

    private static async Task AddAsync(ZipArchive zip, string name, byte[] bytes, CancellationToken cancellationToken)
    {
        await using var entry = await zip.CreateEntry(name).OpenAsync(cancellationToken);
        await entry.WriteAsync(bytes, cancellationToken);
    }

    private static string ExtensionOf(string mediaType) => mediaType switch
    {
        "image/jpeg" => ".jpg",
        "image/png" => ".png",
        "image/webp" => ".webp",
        "video/mp4" => ".mp4",
        "application/json" => ".json",
        _ => ".bin",
    };
}
