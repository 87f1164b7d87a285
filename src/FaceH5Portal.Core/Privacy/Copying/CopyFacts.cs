using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Evidence.Looking;
using FaceH5Portal.Core.Ledger;
using FaceH5Portal.Core.PhotoChecks;
using FaceH5Portal.Core.Privacy.Requesting;
using FaceH5Portal.Core.Sessions;
using FaceH5Portal.Core.Sessions.Journey;
using FaceH5Portal.Core.Subjects;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.Privacy.Copying;

/// <summary>What is kept of a person, put as a program and a person can read it. No name of staff, no token, no key.</summary>
public sealed class CopyFacts(PortalStore store, SubjectVault vault, RequestDesk requests)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Converters = { new JsonStringEnumConverter() },
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    internal byte[] OfPerson(Subject subject)
    {
        var identity = vault.IdentityOf(subject);
        return Json(new { identity?.Name, identity?.Number, identity?.CertificateType, BirthDate = vault.BirthDateOf(subject) });
    }

    internal async Task<byte[]> OfSessionAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var db = await store.ReadAsync(cancellationToken);
        var session = await db.Set<VerificationSession>().AsNoTracking().SingleAsync(one => one.Id == id, cancellationToken);
        var subject = await db.Set<Subject>().AsNoTracking().SingleAsync(one => one.Id == session.SubjectId, cancellationToken);
        var attempts = await db.Set<Attempt>().AsNoTracking().Where(one => one.SessionId == id).OrderBy(one => one.VerifiedAtUtc).ThenBy(one => one.Order).ToListAsync(cancellationToken);
        var charges = await db.Set<LedgerEntry>().AsNoTracking().Where(one => one.SessionId == id).OrderBy(one => one.ChargedAtUtc).ToListAsync(cancellationToken);
        var seen = await db.Set<Look>().AsNoTracking().Where(one => one.SessionId == id).OrderBy(one => one.SeenAtUtc).ToListAsync(cancellationToken);
        var asked = await db.Set<SubjectRequest>().AsNoTracking().Where(one => one.SessionId == id).OrderBy(one => one.ReceivedAtUtc).ToListAsync(cancellationToken);
        return Json(new
        {
            session.Id,
            session.Reference,
            session.Purpose,
            session.CreatedAtUtc,
            session.Status,
            session.Outcome,
            session.Reason,
            session.FinishedAtUtc,
            session.ConsentedAtUtc,
            session.WithdrawnAtUtc,
            session.OtherWayAtUtc,
            Contact = session.SealedContact is { } contact ? vault.TryOpenText(subject, WayOut.ContactPurpose, contact) : null,
            PicturesKeptForDays = session.Terms.LongestDays,
            Attempts = attempts.Select(one => new { one.VerifiedAtUtc, one.Passed, one.Outcome, one.Code, one.Message, one.Score, one.Threshold, one.LivenessScore, one.RiskLevel }),
            Charges = charges.Select(one => new { one.Type, one.ChargedAtUtc, Amount = Money.Text(one.Amount), Currency = "CNY" }),
            Looks = seen.Select(one => new { one.SeenAtUtc, one.Role, one.Kind, one.Reason }),
            Requests = asked.Select(one => new { one.Kind, one.ReceivedAtUtc, one.DueOn, one.State, one.SettledAtUtc, Words = requests.WordsOf(one, subject) }),
        });
    }

    /// <summary>Checks of one photo, and the words that were agreed to before.</summary>
    internal async Task<byte[]> OfChecksAsync(Guid groupId, CancellationToken cancellationToken)
    {
        await using var db = await store.ReadAsync(cancellationToken);
        var checks = await db.Set<PhotoCheck>().AsNoTracking().Where(one => one.GroupId == groupId).OrderBy(one => one.Id)
            .Join(db.Set<ConsentText>(), one => one.ConsentSha256, text => text.Sha256, (check, text) => new { check, text.Text }).ToListAsync(cancellationToken);
        var seen = await db.Set<Look>().AsNoTracking().Where(one => one.SessionId == groupId).OrderBy(one => one.SeenAtUtc).ToListAsync(cancellationToken);
        return Json(new
        {
            Checks = checks.Select(one => new
            {
                one.check.Vendor,
                one.check.Purpose,
                one.check.Reference,
                one.check.CreatedAtUtc,
                one.check.State,
                one.check.Outcome,
                one.check.Code,
                one.check.Message,
                one.check.Score,
                one.check.Scale,
                one.check.Threshold,
                one.check.Charged,
                one.check.ConsentedAtUtc,
                one.check.ConsentVersion,
                Consent = one.Text,
            }),
            Looks = seen.Select(one => new { one.SeenAtUtc, one.Role, one.Kind, one.Reason }),
        });
    }

    /// <summary>Each consent, and the words it was given to.</summary>
    internal async Task<IReadOnlyList<(string Name, byte[] Bytes)>> ConsentsOfAsync(Guid sessionId, CancellationToken cancellationToken)
    {
        await using var db = await store.ReadAsync(cancellationToken);
        var given = await db.Set<ConsentRecord>().AsNoTracking().Where(one => one.SessionId == sessionId).OrderBy(one => one.GivenAtUtc)
            .Join(db.Set<ConsentText>(), one => one.TextSha256, text => text.Sha256, (consent, text) => new { consent, text }).ToListAsync(cancellationToken);
        return [.. given.SelectMany((one, place) => new[]
        {
            ($"consent-{place + 1}.json", ConsentDocument.Of(one.consent).Bytes),
            ($"consent-{place + 1}.txt", Encoding.UTF8.GetBytes(one.text.Text)),
        })];
    }

    private static byte[] Json(object facts) => JsonSerializer.SerializeToUtf8Bytes(facts, Options);
}
