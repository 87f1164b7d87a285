using System.Security.Cryptography;
using System.Text.Json;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Evidence;
using FaceH5Portal.Core.Harvesting;
using FaceH5Portal.Core.Ledger;
using FaceH5Portal.Core.Sessions;
using FaceH5Portal.Core.Subjects;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.TestKit;

/// <summary>Lays what the portal believes beside what the vendor knows.</summary>
public sealed class Books(PortalStore store, EvidenceVault vault, SubjectVault subjects, SandboxServer vendor)
{
    /// <summary>Every way in which the two differ, and every thing of ours that cannot be used.</summary>
    public async Task<IReadOnlyList<string>> DifferencesAsync()
    {
        await using var db = await store.ReadAsync(CancellationToken.None);
        var truth = await vendor.TruthAsync();
        var tokens = await TokensAsync(db);
        var attempts = (await db.Set<Attempt>().ToListAsync()).Select(a => $"{tokens[a.VerifyTokenId]} {a.Order} {a.Passed}");
        var charges = (await db.Set<LedgerEntry>().ToListAsync()).Select(e => $"{tokens[e.VerifyTokenId]} {e.Order} {e.Type} x{e.Quantity}");
        return
        [
            .. Unequal("attempt", AttemptsOf(truth), attempts), .. Unequal("charge", ChargesOf(truth), charges),
            .. KilledIn(truth), .. await SpoiltAsync(db), .. await StuckAsync(db), .. await BrokenAsync(db),
        ];
    }

    private static IEnumerable<string> Unequal(string what, IEnumerable<string> theirs, IEnumerable<string> ours)
    {
        var (here, there) = (ours.CountBy(x => x).ToDictionary(), theirs.CountBy(x => x).ToDictionary());
        return here.Keys.Union(there.Keys).Where(key => here.GetValueOrDefault(key) != there.GetValueOrDefault(key))
            .Select(key => $"{what} {key}: {here.GetValueOrDefault(key)} here, {there.GetValueOrDefault(key)} at the vendor");
    }

    private async Task<Dictionary<Guid, string>> TokensAsync(PortalDbContext db)
    {
        var found = await db.Set<VerifyToken>()
            .Join(db.Set<VerificationSession>(), t => t.SessionId, s => s.Id, (token, session) => new { token, session.SubjectId })
            .Join(db.Set<Subject>(), f => f.SubjectId, s => s.Id, (f, subject) => new { f.token, subject }).ToListAsync();
        return found.ToDictionary(f => f.token.Id, f => subjects.OpenText(f.subject, "verify-token", f.token.SealedToken));
    }

    private static IEnumerable<string> AttemptsOf(JsonElement truth) => Tokens(truth)
        .SelectMany(token => token.GetProperty("attempts").EnumerateArray().Select(attempt =>
            $"{token.GetProperty("verify_token")} {attempt.GetProperty("order")} {attempt.GetProperty("passed").GetBoolean()}"));

    private static IEnumerable<string> ChargesOf(JsonElement truth) => truth.GetProperty("charges").EnumerateArray()
        .Select(charge => $"{charge.GetProperty("verify_token")} {charge.GetProperty("order")} "
            + $"{Enum.Parse<ChargeType>(charge.GetProperty("type").GetString()!, ignoreCase: true)} x1");

    private static IEnumerable<string> KilledIn(JsonElement truth) => Tokens(truth)
        .Where(token => token.GetProperty("killed_at").ValueKind != JsonValueKind.Null)
        .Select(token => $"{token.GetProperty("verify_token")} was killed by a question that came too early");

    private static JsonElement.ArrayEnumerator Tokens(JsonElement truth) => truth.GetProperty("tokens").EnumerateArray();

    private async Task<IEnumerable<string>> SpoiltAsync(PortalDbContext db)
    {
        var spoilt = new List<string>();
        foreach (var item in await db.Set<EvidenceItem>().AsNoTracking().Where(item => item.DeletedAtUtc == null).ToListAsync())
        {
            var opened = await vault.OpenAsync(item.Id, CancellationToken.None);
            if (opened is null || Convert.ToHexStringLower(SHA256.HashData(opened.Bytes)) != item.Sha256)
                spoilt.Add($"evidence {item.Kind} {item.Id} cannot be opened");
        }
        return spoilt;
    }

    /// <summary>What waits for something that nothing will ever bring.</summary>
    private static async Task<IEnumerable<string>> StuckAsync(PortalDbContext db)
    {
        var items = await db.Set<HarvestItem>().Where(item => item.State == HarvestItemState.Owed && item.DueUtc == null)
            .Select(item => $"{item.Kind} of {item.SessionId} is owed and never due").ToListAsync();
        var sessions = await db.Set<VerificationSession>()
            .Where(s => s.Status == SessionStatus.Confirming || s.Status == SessionStatus.Capturing)
            .Where(s => !db.Set<VerifyToken>().Any(token => token.SessionId == s.Id && token.DueUtc != null))
            .Select(s => $"session {s.Id} waits for a verdict that is never due").ToListAsync();
        return items.Concat(sessions);
    }

    private static async Task<IEnumerable<string>> BrokenAsync(PortalDbContext db)
    {
        var integrity = await db.Database.SqlQueryRaw<string>("SELECT integrity_check AS Value FROM pragma_integrity_check").ToListAsync();
        var orphans = await db.Database.SqlQueryRaw<string>("SELECT \"table\" AS Value FROM pragma_foreign_key_check").ToListAsync();
        return [.. integrity.Where(line => line != "ok"), .. orphans.Select(table => $"a row of {table} refers to nothing")];
    }
}
