using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Plans;
using Microsoft.EntityFrameworkCore;
using PortalEngine;

namespace FaceH5Portal.Benchmarks.DueScan;

/// <summary>
/// Puts so many sessions into the portal's own schema, straight by SQL. Most are over: passed, paid for and harvested
/// in the course of a year. The open ones wait for their person, for their token's death or for an item that is tried
/// again later; nothing is due. What no due scan reads (timeline, audit, sealed bytes) is left out.
/// </summary>
internal static class BigDatabase
{
    // {0} the first number, {1} the end, {2} how many are over, {3} how many there are, {4} the plan, {5} its terms. The ids rise with the number, as the portal's do with time.
    private const string Numbers = "WITH RECURSIVE numbers(n) AS (SELECT {0} UNION ALL SELECT n + 1 FROM numbers WHERE n + 1 < {1}) ";

    public static async Task FillAsync(Portal portal, int sessions, int open)
    {
        await using var db = await portal.Get<PortalStore>().ReadAsync(CancellationToken.None);
        var plan = await db.Set<Plan>().OrderBy(plan => plan.Id).FirstAsync();
        await db.Database.OpenConnectionAsync();
        // Nobody promises anything about the filling.
        await db.Database.ExecuteSqlRawAsync("PRAGMA synchronous=OFF; PRAGMA cache_size=-500000;");
        db.Database.SetCommandTimeout(TimeSpan.FromMinutes(10));
        await using var transaction = await db.Database.BeginTransactionAsync();
        var over = sessions - open;
        foreach (var (sql, first, end) in Statements(over, sessions))
            await db.Database.ExecuteSqlRawAsync(sql, first, end, over, sessions, plan.Id,
                await db.Database.SqlQueryRaw<string>("SELECT Terms AS Value FROM Plans WHERE Id = {0}", plan.Id).SingleAsync());
        await transaction.CommitAsync();
        await db.Database.ExecuteSqlRawAsync("PRAGMA synchronous=FULL; PRAGMA wal_checkpoint(TRUNCATE);");
    }

    private static IEnumerable<(string Sql, int First, int End)> Statements(int over, int sessions)
    {
        yield return (Subjects, 0, sessions);
        yield return (Sessions, 0, sessions);
        // Every second of those that are open has been to the vendor's page.
        yield return (Tokens, 0, over + (sessions - over) / 2);
        yield return (Attempts, 0, over);
        yield return (Charges, 0, over);
        yield return (Items, 0, over);
        yield return (Evidence, 0, over);
    }

    private const string Created = "datetime('now', printf('-%d seconds', 31536000 - n * 31536000.0 / {3}))";

    private const string Subjects = $$"""
        {{Numbers}} INSERT INTO Subjects (Id, CreatedAtUtc, WrappedKey, MasterKeyVersion, CertificateType, NumberIndex, SealedName, SealedNumber)
        SELECT printf('01900000-0000-7000-8000-%012X', n), {{Created}}, randomblob(60), 1, 'ResidentIdCard', lower(hex(randomblob(32))),
            randomblob(37), randomblob(46) FROM numbers
        """;

    private const string Sessions = $$"""
        {{Numbers}} INSERT INTO Sessions (Id, SubjectId, PlanId, Terms, Reference, CreatedAtUtc, CreatedBy, LinkHash, SealedLink, LinkExpiresUtc,
            Status, Outcome, Harvest, Review, Privacy, ConsentedAtUtc, FinishedAtUtc, AttemptCount, Version)
        SELECT printf('01910000-0000-7000-8000-%012X', n), printf('01900000-0000-7000-8000-%012X', n), {4}, {5}, printf('order-%d', n),
            {{Created}}, 'benchmark', lower(hex(randomblob(32))), randomblob(54),
            CASE WHEN n < {2} THEN datetime({{Created}}, '+3 days') ELSE datetime('now', printf('+%d seconds', 3600 + n % 250000)) END,
            CASE WHEN n < {2} THEN 'Passed' WHEN n < {2} + ({3} - {2}) / 2 THEN 'Capturing' ELSE 'AwaitingUser' END,
            iif(n < {2}, 'Match', NULL), iif(n < {2}, 'Complete', 'NotDue'), 'None', 'Full',
            iif(n < {2}, {{Created}}, NULL), iif(n < {2}, {{Created}}, NULL), iif(n < {2}, 1, 0), 1 FROM numbers
        """;

    private const string Tokens = $$"""
        {{Numbers}} INSERT INTO VerifyTokens (Id, SessionId, CredentialId, SealedToken, StateHash, SealedState, MintedAtUtc, DiesAtUtc, ForgottenAtUtc,
            DueUtc, EndedAtUtc, Tries, Version)
        SELECT printf('01920000-0000-7000-8000-%012X', n), printf('01910000-0000-7000-8000-%012X', n), 'benchmark', randomblob(60),
            lower(hex(randomblob(32))), randomblob(54), {{Created}}, datetime({{Created}}, '+2 hours'), datetime({{Created}}, '+74 hours'),
            iif(n < {2}, NULL, datetime('now', printf('+%d seconds', 3600 + n % 3600))), iif(n < {2}, {{Created}}, NULL), 0, 1 FROM numbers
        """;

    private const string Attempts = $$"""
        {{Numbers}} INSERT INTO Attempts (Id, SessionId, VerifyTokenId, "Order", Passed, Code, Message, Outcome, RetryWith, Score, IsCharged, VerifiedAtUtc, RecordedAtUtc)
        SELECT printf('01930000-0000-7000-8000-%012X', n), printf('01910000-0000-7000-8000-%012X', n), printf('01920000-0000-7000-8000-%012X', n),
            1, 1, '0', '核验成功', 'Match', 'Never', 93.5, 1, {{Created}}, {{Created}} FROM numbers
        """;

    private const string Charges = $$"""
        {{Numbers}} INSERT INTO LedgerEntries (Id, SessionId, VerifyTokenId, PlanId, CostCentre, "Order", Type, Revision, RawType, Quantity, UnitPrice, Amount, ChargedAtUtc, BookedAtUtc, RecordedAtUtc)
        SELECT printf('01940000-0000-7000-8000-%012X', n), printf('01910000-0000-7000-8000-%012X', n), printf('01920000-0000-7000-8000-%012X', n),
            {4}, 'order', 1, 'Verify', 0, 'verify', 1, 8000, 8000, {{Created}}, {{Created}}, {{Created}} FROM numbers
        """;

    // One in a hundred still owes its face and is tried again in an hour.
    private const string Items = $$"""
        {{Numbers}} INSERT INTO HarvestItems (Id, SessionId, VerifyTokenId, AttemptOrder, Kind, State, DueUtc, DeadlineUtc, SealedUrl, Tries, Part, SettledAtUtc)
        SELECT printf('0195%04X-0000-7000-8000-%012X', kind.number, n), printf('01910000-0000-7000-8000-%012X', n),
            printf('01920000-0000-7000-8000-%012X', n), 1, kind.name, iif(kind.name = 'Face' AND n % 100 = 0, 'Owed', 'Done'),
            iif(kind.name = 'Face' AND n % 100 = 0, datetime('now', printf('+%d seconds', 3600 + n % 3600)), NULL),
            datetime({{Created}}, '+1 day'), iif(kind.name = 'Face', randomblob(59), NULL), 0, 0, {{Created}}
        FROM numbers, (SELECT 1 AS number, 'Face' AS name UNION ALL SELECT 2, 'Detail' UNION ALL SELECT 3, 'Stat') AS kind
        """;

    // Pictures are gone after three days; answers stay.
    private const string Evidence = $$"""
        {{Numbers}} INSERT INTO EvidenceItems (Id, SessionId, SubjectId, VerifyTokenId, Kind, Sha256, Bytes, MediaType, StoredAtUtc, KeepUntilUtc, DeletedAtUtc)
        SELECT printf('0196%04X-0000-7000-8000-%012X', kind.number, n), printf('01910000-0000-7000-8000-%012X', n),
            printf('01900000-0000-7000-8000-%012X', n), printf('01920000-0000-7000-8000-%012X', n), kind.name, lower(hex(randomblob(32))), 50000,
            kind.type, {{Created}}, iif(kind.number > 1, NULL, iif(n < {2} * 0.99, datetime({{Created}}, '+3 days'), datetime('now', '+2 days'))),
            iif(kind.number = 1 AND n < {2} * 0.99, datetime({{Created}}, '+3 days'), NULL)
        FROM numbers, (SELECT 1 AS number, 'Face' AS name, 'image/jpeg' AS type UNION ALL SELECT 2, 'Answer', 'application/json'
            UNION ALL SELECT 3, 'Answer', 'application/json' UNION ALL SELECT 4, 'Answer', 'application/json') AS kind
        """;
}
