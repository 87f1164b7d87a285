using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NaiveEngine.Data;

namespace NaiveEngine;

/// <summary>
/// What the poller does on each tick: asks about every token that is due, then fetches every item that is due.
/// In service a PeriodicTimer ticks once a second; here the ticks follow each other.
/// </summary>
internal sealed class HarvestPoller(IDbContextFactory<NaiveDb> contexts, BaiduClient vendor, Sealing sealing)
{
    private const int Batch = 64;

    // As many at a time as the portal asks.
    private static readonly ParallelOptions AtOnce = new() { MaxDegreeOfParallelism = 4 };

    public async Task<bool> TickAsync()
    {
        await using var db = await contexts.CreateDbContextAsync();
        var now = DateTime.UtcNow;
        var tokens = await db.Tokens.Where(t => t.DueAt <= now).OrderBy(t => t.ExpiresAt).Take(Batch).Select(t => t.Id).ToListAsync();
        await Parallel.ForEachAsync(tokens, AtOnce, async (id, _) => await AskAsync(id));
        var items = await db.HarvestItems.Where(i => i.DueAt <= now).OrderBy(i => i.DeadlineAt).Take(Batch).Select(i => i.Id).ToListAsync();
        await Parallel.ForEachAsync(items, AtOnce, async (id, _) => await FetchAsync(id));
        return tokens.Count + items.Count > 0;
    }

    private async Task AskAsync(Guid tokenId)
    {
        await using var db = await contexts.CreateDbContextAsync();
        var token = await db.Tokens.Include(t => t.Session).SingleAsync(t => t.Id == tokenId);
        var answer = await vendor.GetAllAsync(sealing.Open(token.VerifyToken));
        foreach (var entry in answer.Result.VerifyResult)
        {
            Take(db, token, entry);
        }
        db.HarvestItems.Add(Stored(ItemOf(token, HarvestKind.Answer), answer.Raw, "application/json"));
        db.HarvestItems.Add(ItemOf(token, HarvestKind.Stat));
        token.DueAt = null;
        token.Session.Status = answer.Result.VerifyResult.Any(entry => entry.IsVerifyPassed) ? SessionStatus.Passed : SessionStatus.Failed;
        token.Session.FinishedAt = DateTime.UtcNow;
        db.Audit("system", "VerdictRecorded", token.SessionId, token.Session.Status.ToString());
        await db.SaveChangesAsync();
    }

    private void Take(NaiveDb db, Token token, RecordEntry entry)
    {
        db.Attempts.Add(new Attempt
        {
            Id = Guid.CreateVersion7(),
            TokenId = token.Id,
            Order = entry.Order,
            Passed = entry.IsVerifyPassed,
            Code = entry.Code,
            Message = entry.Message,
            Score = entry.VerifyDetail.Score,
            Threshold = entry.VerifyDetail.Threshold,
            LivenessScore = entry.VerifyDetail.LivenessScore,
            RiskLevel = entry.VerifyDetail.RiskLevel,
            VerifyLogId = entry.VerifyDetail.VerifyLogId,
            VerifiedAt = BeijingTime(entry.VerifyTime),
        });
        if (entry.IsCharged)
        {
            db.Charges.Add(new Charge
            {
                Id = Guid.CreateVersion7(),
                SessionId = token.SessionId,
                TokenId = token.Id,
                Order = entry.Order,
                Type = entry.ChargeType,
                Amount = 1.2m,
                ChargedAt = BeijingTime(entry.ChargeTime),
            });
            db.Audit("system", "ChargeRecorded", token.SessionId, entry.ChargeType);
        }
        if (!entry.IsVerifyPassed) return;
        db.HarvestItems.Add(ItemOf(token, HarvestKind.Detail));
        if (entry.VerifyDetail.FaceImage is { } url) db.HarvestItems.Add(ItemOf(token, HarvestKind.Face, url));
    }

    private async Task FetchAsync(Guid itemId)
    {
        await using var db = await contexts.CreateDbContextAsync();
        var item = await db.HarvestItems.Include(i => i.Token).SingleAsync(i => i.Id == itemId);
        var (content, mediaType) = item.Kind == HarvestKind.Face
            ? (await vendor.DownloadAsync(sealing.Open(item.Url!)), "image/jpeg")
            : (await AskAsync(db, item), "application/json");
        Stored(item, content, mediaType);
        db.Audit("system", "EvidenceStored", item.SessionId, item.Kind.ToString());
        await db.SaveChangesAsync();
    }

    private async Task<byte[]> AskAsync(NaiveDb db, HarvestItem item)
    {
        var verifyToken = sealing.Open(item.Token.VerifyToken);
        if (item.Kind == HarvestKind.Stat) return (await vendor.GetStatAsync(verifyToken)).Raw;
        var detail = await vendor.GetDetailAsync(verifyToken);
        var attempt = await db.Attempts.OrderBy(a => a.Order).LastAsync(a => a.TokenId == item.TokenId);
        attempt.LivenessScore = detail.Result.VerifyResult.LivenessScore;
        return detail.Raw;
    }

    private HarvestItem ItemOf(Token token, HarvestKind kind, string? url = null) => new()
    {
        Id = Guid.CreateVersion7(),
        SessionId = token.SessionId,
        TokenId = token.Id,
        Kind = kind,
        Url = url is null ? null : sealing.Seal(url),
        DueAt = DateTime.UtcNow,
        DeadlineAt = DateTime.UtcNow.AddDays(kind == HarvestKind.Face ? 1 : 3),
    };

    private HarvestItem Stored(HarvestItem item, byte[] content, string mediaType)
    {
        (item.DueAt, item.StoredAt, item.MediaType) = (null, DateTime.UtcNow, mediaType);
        (item.Sha256, item.Content) = (Sealing.Hash(content), sealing.Seal(content));
        return item;
    }

    private static DateTime BeijingTime(string text) =>
        DateTime.Parse(text, CultureInfo.InvariantCulture).AddHours(-8);
}
