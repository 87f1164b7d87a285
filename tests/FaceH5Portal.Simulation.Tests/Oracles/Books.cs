using FaceH5Portal.Core.Auditing;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Evidence;
using FaceH5Portal.Core.Harvesting;
using FaceH5Portal.Core.Ledger;
using FaceH5Portal.Core.Ledger.Reconciling;
using FaceH5Portal.Core.Sessions;
using FaceH5Portal.Core.Subjects;
using FaceH5Portal.Simulation.Tests.Worlds;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Simulation.Tests.Oracles;

/// <summary>All that the portal has written down, its tokens by the vendor's own names.</summary>
internal sealed record Books(
    IReadOnlyDictionary<Guid, VerificationSession> Sessions, IReadOnlyDictionary<string, VerifyToken> Tokens, IReadOnlyList<Attempt> Attempts,
    IReadOnlyList<LedgerEntry> Ledger, IReadOnlyList<HarvestItem> Items, IReadOnlyList<EvidenceItem> Evidence, IReadOnlyList<AuditEntry> Audit,
    IReadOnlyList<LedgerTotal> Totals, IReadOnlyList<TokenAccount> Accounts)
{
    public static async Task<Books> ReadAsync(Portal portal)
    {
        await using var db = await portal.Get<PortalStore>().ReadAsync(CancellationToken.None);
        var sessions = await db.Set<VerificationSession>().AsNoTracking().ToDictionaryAsync(session => session.Id);
        var subjects = await db.Set<Subject>().AsNoTracking().ToDictionaryAsync(subject => subject.Id);
        var vault = portal.Get<SubjectVault>();
        var tokens = await db.Set<VerifyToken>().AsNoTracking().ToListAsync();
        return new Books(
            sessions,
            tokens.ToDictionary(token => vault.OpenText(subjects[sessions[token.SessionId].SubjectId], "verify-token", token.SealedToken)),
            await db.Set<Attempt>().AsNoTracking().ToListAsync(),
            await db.Set<LedgerEntry>().AsNoTracking().ToListAsync(),
            await db.Set<HarvestItem>().AsNoTracking().ToListAsync(),
            await db.Set<EvidenceItem>().AsNoTracking().ToListAsync(),
            await db.Set<AuditEntry>().AsNoTracking().ToListAsync(),
            await db.Set<LedgerTotal>().AsNoTracking().ToListAsync(),
            await db.Set<TokenAccount>().AsNoTracking().ToListAsync());
    }
}
