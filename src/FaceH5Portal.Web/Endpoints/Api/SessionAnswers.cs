using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Evidence;
using FaceH5Portal.Core.Ledger;
using FaceH5Portal.Core.Sessions;
using FaceH5Portal.Core.Sessions.Finding;
using FaceH5Portal.Core.Sessions.Journey;

namespace FaceH5Portal.Web.Endpoints.Api;

/// <summary>Says what the core knows in the API's words.</summary>
internal static class SessionAnswers
{
    public static SessionList Of(FoundSessions found) =>
        new([.. found.Items.Select(Of)], found.Next is { } mark ? ListCursor.Write(mark) : null);

    public static SessionAnswer Of(Actor actor, SessionDossier dossier, IReadOnlySet<Guid> disputedTokens)
    {
        var (detail, session) = (dossier.Detail, dossier.Session);
        return new SessionAnswer
        {
            Id = session.Id,
            Status = detail.Row.Status,
            Outcome = detail.Row.Outcome,
            Link = detail.Link,
            LinkExpiresAt = session.LinkExpiresUtc,
            Reference = session.Reference,
            Purpose = session.Purpose,
            Plan = session.Terms.VendorPlanId,
            Harvest = detail.Harvest,
            Review = detail.Row.Review,
            Privacy = detail.Privacy,
            CreatedAt = session.CreatedAtUtc,
            ReturnUrl = session.ReturnUrl is { } url ? new Uri(url) : null,
            Subject = Of(dossier.Subject),
            Windows = new(detail.Windows.TokenUntilUtc, detail.Windows.MediaUntilUtc, detail.Windows.ResultsUntilUtc),
            Attempts = [.. detail.Attempts.Select(Of)],
            Charges = actor.May(Permission.SeeMoney) ? [.. detail.Charges.Select(entry => Of(entry, detail.Charges, disputedTokens))] : null,
            Evidence = [.. EvidenceOf(dossier)],
        };
    }

    private static SessionItem Of(FoundSession found) => new()
    {
        Id = found.Session.Id,
        Status = found.Session.Status,
        Outcome = found.Session.Outcome,
        LinkExpiresAt = found.Session.LinkExpiresUtc,
        Reference = found.Session.Reference,
        Purpose = found.Session.Purpose,
        Plan = found.Session.Terms.VendorPlanId,
        Harvest = found.Session.Harvest,
        Review = found.Session.Review,
        Privacy = found.Session.Privacy,
        CreatedAt = found.Session.CreatedAtUtc,
        Subject = Of(found.Subject),
    };

    internal static SubjectAnswer? Of(SubjectView? subject) =>
        subject is null ? null : new SubjectAnswer(subject.Name, subject.Number, subject.CertificateType);

    private static AttemptAnswer Of(Attempt attempt) => new(
        attempt.Order, attempt.Passed, attempt.Code, attempt.Message, attempt.Score, attempt.Threshold, attempt.LivenessScore,
        attempt.RiskLevel, attempt.VerifiedAtUtc);

    // A charge that was taken back and what takes it back are told alike; their amounts come to nothing.
    internal static ChargeAnswer Of(LedgerEntry entry, IReadOnlyList<LedgerEntry> all, IReadOnlySet<Guid> disputedTokens) =>
        new(entry.Type, Money.Text(entry.Amount), "CNY", entry.ChargedAtUtc,
            entry.ReversesId is not null || all.Any(other => other.ReversesId == entry.Id) ? ChargeState.Reversed
            : disputedTokens.Contains(entry.VerifyTokenId) ? ChargeState.Disputed : ChargeState.Confirmed);

    private static IEnumerable<EvidenceAnswer> EvidenceOf(SessionDossier dossier)
    {
        var newest = dossier.Detail.Evidence.GroupBy(item => item.Kind).Select(kind => kind.MaxBy(item => (item.StoredAtUtc, item.Id))!.Id).ToHashSet();
        foreach (var item in dossier.Detail.Evidence)
            yield return Of(dossier.Session.Id, item, newest.Contains(item.Id));
        if (dossier.Consent is not { } consent)
            yield break;
        var document = ConsentDocument.Of(consent);
        yield return new EvidenceAnswer(ApiRoutes.Consent, document.Sha256, document.Bytes.Length, ConsentDocument.MediaType,
            ApiRoutes.Evidence(dossier.Session.Id, ApiRoutes.Consent));
    }

    private static EvidenceAnswer Of(Guid session, EvidenceItem item, bool isNewest)
    {
        var kind = ApiJson.Word(item.Kind);
        var href = ApiRoutes.Evidence(session, kind);
        return new EvidenceAnswer(kind, item.Sha256, item.Bytes, item.MediaType, isNewest ? href : $"{href}?sha256={item.Sha256}");
    }
}
