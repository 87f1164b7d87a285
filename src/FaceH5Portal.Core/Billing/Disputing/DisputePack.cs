using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Evidence;
using FaceH5Portal.Core.Ledger;
using FaceH5Portal.Core.Ledger.Reconciling;
using FaceH5Portal.Core.Plans;
using FaceH5Portal.Core.Sessions;
using FaceH5Portal.Vendors.Baidu;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.Billing.Disputing;

/// <summary>
/// Gathers what a vendor needs to look a charge up: its own log ids, its answers as they came, masked, with the hash of
/// the original, and the times. No name, no number, no token.
/// </summary>
public sealed class DisputePack(PortalStore store, EvidenceVault vault, TimeProvider clock)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Converters = { new JsonStringEnumConverter() },
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public async Task<string> MakeAsync(TokenAccount account, CancellationToken cancellationToken)
    {
        await using var db = await store.ReadAsync(cancellationToken);
        var token = await db.Set<VerifyToken>().AsNoTracking().SingleAsync(one => one.Id == account.VerifyTokenId, cancellationToken);
        var plan = await db.Set<Plan>().AsNoTracking().SingleOrDefaultAsync(one => one.Id == account.PlanId, cancellationToken);
        var attempts = await db.Set<Attempt>().AsNoTracking().Where(one => one.VerifyTokenId == token.Id).OrderBy(one => one.Order).ToListAsync(cancellationToken);
        var entries = await db.Set<LedgerEntry>().AsNoTracking().Where(one => one.VerifyTokenId == token.Id)
            .OrderBy(one => one.Order).ThenBy(one => one.Type).ThenBy(one => one.Revision).ToListAsync(cancellationToken);
        return JsonSerializer.Serialize(new
        {
            MadeAtUtc = clock.GetUtcNow().UtcDateTime,
            Session = account.SessionId,
            Plan = plan?.Terms.VendorPlanId,
            token.MintedAtUtc,
            token.EndedAtUtc,
            account.State,
            Findings = account.Findings.All,
            account.Facts,
            Attempts = attempts.Select(one => new { one.Order, one.Code, one.Message, one.Passed, one.Score, one.VerifiedAtUtc, one.RecordedAtUtc, one.VerifyLogId }),
            Ledger = entries.Select(one => new { one.Order, one.Type, one.Revision, one.Quantity, Amount = Money.Text(one.Amount), one.ChargedAtUtc, one.RecordedAtUtc }),
            Answers = await AnswersAsync(db, token.Id, cancellationToken),
        }, Options);
    }

    private async Task<List<object>> AnswersAsync(PortalDbContext db, Guid tokenId, CancellationToken cancellationToken)
    {
        var answers = new List<object>();
        foreach (var item in await db.Set<EvidenceItem>().AsNoTracking().Where(one => one.VerifyTokenId == tokenId && one.Kind == EvidenceKind.Answer)
            .OrderBy(one => one.StoredAtUtc).ThenBy(one => one.Id).ToListAsync(cancellationToken))
        {
            var opened = item.BlobId is null ? null : await vault.OpenAsync(item.Id, cancellationToken);
            var shown = opened is null ? null : StoredAnswer.Show(Encoding.UTF8.GetString(opened.Bytes));
            answers.Add(new { shown?.Call, item.LogId, item.StoredAtUtc, item.Sha256, Body = shown is null ? (JsonElement?)null : JsonSerializer.Deserialize<JsonElement>(shown.Json) });
        }
        return answers;
    }
}
