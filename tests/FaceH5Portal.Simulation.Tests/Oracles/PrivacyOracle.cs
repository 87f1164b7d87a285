using FaceH5Portal.Core.Auditing;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Evidence;
using FaceH5Portal.Core.Sessions;
using FaceH5Portal.Core.Subjects;
using FaceH5Portal.Simulation.Tests.People;
using FaceH5Portal.Simulation.Tests.Worlds;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Simulation.Tests.Oracles;

/// <summary>Pictures are gone when their days are over and not before; who is erased is gone at once, and the facts stay.</summary>
internal sealed class PrivacyOracle(World world, Books books)
{
    public async Task CheckRetentionAsync()
    {
        foreach (var item in books.Evidence)
        {
            var name = $"the {item.Kind} of {world.NameOf(item.SessionId)}";
            if (item.Kind != EvidenceKind.Answer && item.KeepUntilUtc is null)
                world.Fail($"{name} has no last day");
            if (item.KeepUntilUtc <= world.NowUtc && item.BlobId is not null)
                world.Fail($"{name} is kept beyond its time");
            if (item.DeletedAtUtc is { } deleted && !(deleted >= item.KeepUntilUtc))
                world.Fail($"{name} was deleted before its time");
            if (item.Kind is not (EvidenceKind.Answer or EvidenceKind.Match)
                && item.KeepUntilUtc != item.StoredAtUtc.AddDays(books.Sessions[item.SessionId].Terms.RetentionDays))
                world.Fail($"{name} is kept until {item.KeepUntilUtc}");
        }
        foreach (var session in books.Sessions.Values.Where(session => session.Privacy != PrivacyOf(session)))
            world.Fail($"{world.NameOf(session.Id)} says {session.Privacy} of its pictures");
        await CheckBlobsAsync(books.Evidence.Count(item => item.BlobId is not null));
    }

    /// <summary>Comes last: nobody reads an erased person's books any more.</summary>
    public async Task CheckErasureAsync()
    {
        if (books.Sessions.Values.MinBy(session => session.Id) is not { } session)
            return;
        var erased = await world.Portal.Get<SubjectErasure>().EraseAsync(
            Crowd.Administrator, session.SubjectId, "Asked to be forgotten.", CancellationToken.None);
        if (!erased.Ok)
        {
            world.Fail($"{world.NameOf(session.Id)} is not forgotten: {erased.Errors[0].Code}");
            return;
        }
        await using var db = await world.Portal.Get<PortalStore>().ReadAsync(CancellationToken.None);
        var told = await db.Set<AuditEntry>().CountAsync(entry => entry.Action == AuditAction.SubjectErased);
        var group = await db.Set<Subject>().AsNoTracking().Where(subject => erased.Value.Contains(subject.Id)).ToListAsync();
        var left = await db.Set<EvidenceItem>().CountAsync(item => erased.Value.Contains(item.SubjectId) && item.BlobId != null);
        if (told != group.Count || left > 0 || group.Exists(subject => !subject.IsErased || subject.SealedName is not null || subject.SealedNumber is not null))
            world.Fail($"{group.Count} subjects are erased, {told} in the audit, and {left} of their things are here");
        await CheckBlobsAsync(await db.Set<EvidenceItem>().CountAsync(item => item.BlobId != null));
    }

    private PrivacyState PrivacyOf(VerificationSession session) =>
        books.Evidence.Any(item => item.SessionId == session.Id && item.DeletedAtUtc is not null) ? PrivacyState.MediaDeleted : PrivacyState.Full;

    private async Task CheckBlobsAsync(int expected)
    {
        await using var db = await world.Portal.Get<PortalStore>().ReadAsync(CancellationToken.None);
        if (await db.Set<EvidenceBlob>().CountAsync() is var blobs && blobs != expected)
            world.Fail($"{blobs} sealed blobs are here, and {expected} things that have one");
    }
}
