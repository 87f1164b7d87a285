using System.Text;
using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Evidence;
using FaceH5Portal.Core.Subjects;
using FaceH5Portal.Vendors.Baidu;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.Sessions.Reviewing;

/// <summary>Lays side by side what was submitted, what was read off the card, and what the person confirmed.</summary>
public sealed class IdentityComparison(PortalStore store, EvidenceVault vault, SubjectVault subjects)
{
    /// <summary>Masked: it tells differences, and nobody's name.</summary>
    public async Task<Result<ComparedIdentity>> CompareAsync(Actor actor, Guid sessionId, CancellationToken cancellationToken)
    {
        if (actor.Lacks(Permission.SeeSessions) is { } denied)
            return denied;
        return await ClearAsync(sessionId, cancellationToken) is { } clear
            ? new ComparedIdentity([.. clear.Fields.Select(Masked)], IsMasked: true) : new PortalError("session-unknown");
    }

    /// <summary>In the clear, for who has recorded the look; null where there is no such session.</summary>
    internal async Task<ComparedIdentity?> ClearAsync(Guid sessionId, CancellationToken cancellationToken) =>
        await ReadAsync(sessionId, cancellationToken) is { } told ? new ComparedIdentity(Fields(told), IsMasked: false) : null;

    private async Task<Told?> ReadAsync(Guid sessionId, CancellationToken cancellationToken)
    {
        await using var db = await store.ReadAsync(cancellationToken);
        var session = await db.Set<VerificationSession>().AsNoTracking().SingleOrDefaultAsync(s => s.Id == sessionId, cancellationToken);
        if (session is null)
            return null;
        var subject = await db.Set<Subject>().AsNoTracking().SingleAsync(s => s.Id == session.SubjectId, cancellationToken);
        var answers = await db.Set<EvidenceItem>().Where(e => e.SessionId == sessionId && e.Kind == EvidenceKind.Answer && e.BlobId != null)
            .OrderByDescending(e => e.StoredAtUtc).ThenByDescending(e => e.Id).Select(e => e.Id).ToListAsync(cancellationToken);
        var last = await LastAttemptAsync(answers, cancellationToken);
        return new Told(session.Terms.NeedsIdentity ? subjects.IdentityOf(subject) : null, last?.Ocr, last?.Confirmed);
    }

    /// <summary>The newest attempt of the newest record: what counts is who came in the end.</summary>
    private async Task<VendorAttempt?> LastAttemptAsync(IReadOnlyList<Guid> answers, CancellationToken cancellationToken)
    {
        foreach (var id in answers)
            if (await vault.OpenAsync(id, cancellationToken) is { } opened && StoredAnswer.Record(Encoding.UTF8.GetString(opened.Bytes)) is { } record)
                return record.Attempts[^1];
        return null;
    }

    private static List<ComparedField> Fields(Told told) =>
    [
        .. new[]
        {
            Of(IdentityField.Name, told.Submitted?.Name, told.Read?.Name, told.Confirmed?.Name),
            Of(IdentityField.Number, told.Submitted?.Number, told.Read?.Number, told.Confirmed?.Number),
            Of(IdentityField.Gender, null, told.Read?.Gender, null),
            Of(IdentityField.Nation, null, told.Read?.Nation, null),
            Of(IdentityField.Birthday, null, told.Read?.Birthday, null),
            Of(IdentityField.Address, null, told.Read?.Address, null),
            Of(IdentityField.IssueAuthority, null, told.Read?.IssueAuthority, null),
            Of(IdentityField.IssueTime, null, told.Read?.IssueTime, null),
            Of(IdentityField.ExpireTime, null, told.Read?.ExpireTime, null),
        }.Where(field => (field.Submitted ?? field.Read ?? field.Confirmed) is not null),
    ];

    private static ComparedField Of(IdentityField field, string? submitted, string? read, string? confirmed)
    {
        var ways = new[] { submitted, read, confirmed }.OfType<string>().Select(way => way.Trim()).Distinct(StringComparer.OrdinalIgnoreCase);
        return new ComparedField(field, submitted, read, confirmed, ways.Count() > 1);
    }

    private static ComparedField Masked(ComparedField field)
    {
        return field with { Submitted = Hide(field.Submitted), Read = Hide(field.Read), Confirmed = Hide(field.Confirmed) };

        string? Hide(string? text) => text is null ? null : field.Field switch
        {
            IdentityField.Name => Masking.Name(text),
            IdentityField.Number => Masking.Number(text),
            _ => new string('*', Math.Min(text.Length, 8)),
        };
    }

    private sealed record Told(Identity? Submitted, OcrIdentity? Read, ConfirmedIdentity? Confirmed)
    {
        public override string ToString() => nameof(Told);
    }
}
