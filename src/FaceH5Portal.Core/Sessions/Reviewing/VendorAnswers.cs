using System.Text;
using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Evidence;
using FaceH5Portal.Vendors.Baidu;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.Sessions.Reviewing;

/// <summary>A kept answer of the vendor; <paramref name="Shown"/> is null once its bytes are gone, or where they cannot be read.</summary>
public sealed record KeptAnswer(Guid Id, string? LogId, DateTime StoredAtUtc, DateTime? DeletedAtUtc, string Sha256, ShownAnswer? Shown);

/// <summary>What the vendor answered about a session, with the person masked: whoever may see the session may see it.</summary>
public sealed class VendorAnswers(PortalStore store, EvidenceVault vault)
{
    public async Task<Result<IReadOnlyList<KeptAnswer>>> ListAsync(Actor actor, Guid sessionId, CancellationToken cancellationToken)
    {
        if (actor.Lacks(Permission.SeeSessions) is { } denied)
            return denied;
        var answers = new List<KeptAnswer>();
        foreach (var item in await ItemsAsync(sessionId, cancellationToken))
        {
            var opened = item.BlobId is null ? null : await vault.OpenAsync(item.Id, cancellationToken);
            answers.Add(new KeptAnswer(item.Id, item.LogId, item.StoredAtUtc, item.DeletedAtUtc, item.Sha256,
                opened is null ? null : StoredAnswer.Show(Encoding.UTF8.GetString(opened.Bytes))));
        }
        return answers;
    }

    private async Task<List<EvidenceItem>> ItemsAsync(Guid sessionId, CancellationToken cancellationToken)
    {
        await using var db = await store.ReadAsync(cancellationToken);
        return await db.Set<EvidenceItem>().AsNoTracking().Where(item => item.SessionId == sessionId && item.Kind == EvidenceKind.Answer)
            .OrderBy(item => item.StoredAtUtc).ThenBy(item => item.Id).ToListAsync(cancellationToken);
    }
}
