using System.Text;
using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Auditing;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Evidence;
using FaceH5Portal.Core.Sessions;
using FaceH5Portal.Core.Subjects;
using FaceH5Portal.TestKit;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.Tests.Erasure;

/// <summary>What the tests of an erasure ask the portal.</summary>
internal static class ErasureBench
{
    public const string Reason = "Request 2026-17";

    public static readonly Actor Admin = Actor.InRole("test-admin", "Administrator", Role.Administrator);

    public static Task<Result<IReadOnlyList<Guid>>> EraseAsync(this PortalHarness portal, Guid subject, string reason = Reason) =>
        portal.Get<SubjectErasure>().EraseAsync(Admin, subject, reason, CancellationToken.None);

    public static async Task<Subject> SubjectOfAsync(this PortalHarness portal, SessionDriver session)
    {
        await using var db = await portal.Get<PortalStore>().ReadAsync(CancellationToken.None);
        return await db.Set<VerificationSession>().Where(s => s.Id == session.Id)
            .Join(db.Set<Subject>(), s => s.SubjectId, subject => subject.Id, (_, subject) => subject).AsNoTracking().SingleAsync();
    }

    /// <summary>Another person, and nothing else of them.</summary>
    public static async Task<Subject> AddPersonAsync(this PortalHarness portal, Identity? identity)
    {
        var subject = portal.Get<SubjectVault>().Create(identity);
        var added = await portal.Get<PortalStore>().WriteAsync<Guid>(write =>
        {
            write.Add(subject);
            return Task.FromResult<Result<Guid>>(subject.Id);
        }, CancellationToken.None);
        Assert.True(added.Ok);
        return subject;
    }

    public static async Task<Subject> ReloadAsync(this PortalHarness portal, Subject subject)
    {
        await using var db = await portal.Get<PortalStore>().ReadAsync(CancellationToken.None);
        return await db.Set<Subject>().AsNoTracking().SingleAsync(s => s.Id == subject.Id);
    }

    public static async Task<List<byte[]>> BlobsAsync(this PortalHarness portal)
    {
        await using var db = await portal.Get<PortalStore>().ReadAsync(CancellationToken.None);
        return await db.Set<EvidenceBlob>().Select(blob => blob.Sealed).ToListAsync();
    }

    public static async Task<List<EvidenceItem>> ItemsAsync(this PortalHarness portal, SessionDriver session)
    {
        await using var db = await portal.Get<PortalStore>().ReadAsync(CancellationToken.None);
        return await db.Set<EvidenceItem>().AsNoTracking().Where(item => item.SessionId == session.Id).ToListAsync();
    }

    public static async Task<List<AuditEntry>> AuditAsync(this PortalHarness portal)
    {
        await using var db = await portal.Get<PortalStore>().ReadAsync(CancellationToken.None);
        return await db.Set<AuditEntry>().AsNoTracking().Where(entry => entry.Action == AuditAction.SubjectErased).ToListAsync();
    }

    /// <summary>Whether the bytes stand anywhere in the database's files, free space and log included.</summary>
    public static bool FilesHold(this PortalHarness portal, ReadOnlySpan<byte> wanted)
    {
        foreach (var path in Directory.GetFiles(portal.Folder, "portal.db*").Where(file => !file.EndsWith(".lock", StringComparison.Ordinal)))
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            var bytes = new byte[file.Length];
            file.ReadExactly(bytes);
            if (bytes.AsSpan().IndexOf(wanted) >= 0)
                return true;
        }
        return false;
    }

    public static bool FilesHold(this PortalHarness portal, string wanted) => portal.FilesHold(Encoding.UTF8.GetBytes(wanted));
}
