using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Harvesting;
using FaceH5Portal.Core.Sessions;
using FaceH5Portal.Vendors.Baidu;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.Checking;

/// <summary>
/// Whether the paid services behind result queries (V4) answer. Only a person who went through the capture can show it, so what
/// sessions have met is read; nothing is asked for the sake of a check.
/// </summary>
public sealed class ResultsInUse(PortalStore store, IBaiduFaceClient vendor, TimeProvider clock)
{
    // One such answer may be a moment of haste; the same again is a service that nobody pays for.
    private const int Persistent = 2;

    private static readonly TimeSpan Recent = TimeSpan.FromDays(30);

    public async Task<SetUpFinding> FindAsync(CancellationToken cancellationToken)
    {
        await using var db = await store.ReadAsync(cancellationToken);
        if (await IsRefusedAsync(db, cancellationToken))
            return new SetUpFinding(SetUpStep.Results, SetUpCode.NotActive, BaiduCodes.QuotaOrRate);
        var since = clock.GetUtcNow().UtcDateTime - Recent;
        var answered = await db.Set<Attempt>().Where(attempt => attempt.VerifiedAtUtc >= since)
            .Join(db.Set<VerifyToken>().Where(token => token.CredentialId == vendor.CredentialId), attempt => attempt.VerifyTokenId, token => token.Id, (attempt, _) => attempt.Id)
            .AnyAsync(cancellationToken);
        return new SetUpFinding(SetUpStep.Results, answered ? SetUpCode.Ok : SetUpCode.Unproven);
    }

    /// <summary>Answers of the vendor that results wait for, refused again and again with the code of a service that is not activated.</summary>
    public static async Task<bool> IsRefusedAsync(PortalDbContext db, CancellationToken cancellationToken) =>
        await db.Set<VerifyToken>().AnyAsync(
            token => token.DueUtc != null && token.LastFault != null && token.LastFault == BaiduCodes.QuotaOrRate && token.Tries >= Persistent, cancellationToken)
        || await db.Set<HarvestItem>().AnyAsync(
            item => item.State == HarvestItemState.Owed && item.LastFault == BaiduCodes.QuotaOrRate && item.Tries >= Persistent, cancellationToken);
}
