using System.Security.Cryptography;
using System.Text.Json;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Evidence;
using FaceH5Portal.Core.Harvesting;
using FaceH5Portal.Core.Ledger;
using FaceH5Portal.Core.Sessions;
using FaceH5Portal.Core.Subjects;
using FaceH5Portal.TestKit;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.Tests.Faults;

/// <summary>Lays what the portal believes beside what the vendor knows.</summary>
internal sealed class Books(PortalHarness portal)
{
    /// <summary>Answers the kinds of what is kept.</summary>
    public async Task<IReadOnlyList<string>> BalanceAsync(SessionDriver session)
    {
        await using var db = await portal.Get<PortalStore>().ReadAsync(CancellationToken.None);
        var tokens = await TokensAsync(db);
        var truth = await portal.Sandbox.TruthAsync();
        Assert.Equal(AttemptsOf(truth), (await db.Set<Attempt>().ToListAsync()).Select(a => $"{tokens[a.VerifyTokenId]} {a.Order} {a.Passed}").Order());
        Assert.Equal(ChargesOf(truth), (await db.Set<LedgerEntry>().ToListAsync()).Select(e => $"{tokens[e.VerifyTokenId]} {e.Order} {e.Type} {e.Quantity}").Order());
        Assert.All(truth.GetProperty("tokens").EnumerateArray(), token => Assert.Equal(JsonValueKind.Null, token.GetProperty("killed_at").ValueKind));

        var seen = await session.SeeAsync();
        Assert.Equal((SessionStatus.Passed, HarvestState.Complete), (seen.Row.Status, seen.Harvest));
        Assert.Empty(await db.Set<HarvestItem>().Where(item => item.State == HarvestItemState.Owed).ToListAsync());
        Assert.Empty(await db.Set<VerifyToken>().Where(token => token.DueUtc != null).ToListAsync());
        return await KeptAsync(db);
    }

    private async Task<IReadOnlyList<string>> KeptAsync(PortalDbContext db)
    {
        var vault = portal.Get<EvidenceVault>();
        var items = await db.Set<EvidenceItem>().ToListAsync();
        Assert.Equal(items.Count, await db.Set<EvidenceBlob>().CountAsync());
        foreach (var item in items)
        {
            var opened = await vault.OpenAsync(item.Id, CancellationToken.None);
            Assert.Equal(item.Sha256, Convert.ToHexStringLower(SHA256.HashData(opened!.Bytes)));
        }
        return [.. items.Where(item => item.Kind != EvidenceKind.Answer).Select(item => $"{item.Kind} {item.AttemptOrder}").Order()];
    }

    private async Task<Dictionary<Guid, string>> TokensAsync(PortalDbContext db)
    {
        var subjects = portal.Get<SubjectVault>();
        var found = await db.Set<VerifyToken>()
            .Join(db.Set<VerificationSession>(), t => t.SessionId, s => s.Id, (token, session) => new { token, session.SubjectId })
            .Join(db.Set<Subject>(), f => f.SubjectId, s => s.Id, (f, subject) => new { f.token, subject }).ToListAsync();
        return found.ToDictionary(f => f.token.Id, f => subjects.OpenText(f.subject, "verify-token", f.token.SealedToken));
    }

    private static IEnumerable<string> AttemptsOf(JsonElement truth) => truth.GetProperty("tokens").EnumerateArray()
        .SelectMany(token => token.GetProperty("attempts").EnumerateArray().Select(attempt =>
            $"{token.GetProperty("verify_token")} {attempt.GetProperty("order")} {attempt.GetProperty("passed").GetBoolean()}")).Order();

    private static IEnumerable<string> ChargesOf(JsonElement truth) => truth.GetProperty("charges").EnumerateArray()
        .Select(charge => $"{charge.GetProperty("verify_token")} {charge.GetProperty("order")} "
            + $"{Enum.Parse<ChargeType>(charge.GetProperty("type").GetString()!, ignoreCase: true)} 1").Order();
}
