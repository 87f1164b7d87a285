using System.Text;
using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Evidence;
using FaceH5Portal.Core.Subjects;
using FaceH5Portal.Vendors.Baidu;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.Sessions.Reviewing;

/// <summary>A kept answer of the vendor; <paramref name="Shown"/> is null once its bytes are gone, or where they cannot be read.</summary>
public sealed record KeptAnswer(Guid Id, string? LogId, DateTime StoredAtUtc, DateTime? DeletedAtUtc, string Sha256, ShownAnswer? Shown);

/// <summary>What vendors answered about a session or a group of photo checks, with the person masked: whoever may see the session may see it.</summary>
public sealed class VendorAnswers(PortalStore store, EvidenceVault vault, SubjectVault subjects)
{
    public async Task<Result<IReadOnlyList<KeptAnswer>>> ListAsync(Actor actor, Guid sessionId, CancellationToken cancellationToken)
    {
        if (actor.Lacks(Permission.SeeSessions) is { } denied)
            return denied;
        var answers = new List<KeptAnswer>();
        foreach (var (item, subject) in await ItemsAsync(sessionId, cancellationToken))
        {
            string[] person = subjects.IdentityOf(subject) is { } known ? [known.Name, known.Number] : [];
            var opened = item.BlobId is null ? null : await vault.OpenAsync(item.Id, cancellationToken);
            answers.Add(new KeptAnswer(item.Id, item.LogId, item.StoredAtUtc, item.DeletedAtUtc, item.Sha256,
                opened is null ? null : StoredAnswer.Show(Encoding.UTF8.GetString(opened.Bytes), person)));
        }
        return answers;
    }

    private async Task<List<(EvidenceItem, Subject)>> ItemsAsync(Guid sessionId, CancellationToken cancellationToken)
    {
        await using var db = await store.ReadAsync(cancellationToken);
        var items = await db.Set<EvidenceItem>().AsNoTracking().Where(item => item.SessionId == sessionId && item.Kind == EvidenceKind.Answer)
            .Join(db.Set<Subject>(), item => item.SubjectId, subject => subject.Id, (item, subject) => new { item, subject })
            .OrderBy(found => found.item.StoredAtUtc).ThenBy(found => found.item.Id).ToListAsync(cancellationToken);
        return items.ConvertAll(found => (found.item, found.subject));
    }
}
