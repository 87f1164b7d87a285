using System.Text;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Evidence;
using FaceH5Portal.Core.Sessions;
using FaceH5Portal.Vendors;
using FaceH5Portal.Vendors.Baidu;

namespace FaceH5Portal.Core.Harvesting;

/// <summary>Asks the questions that follow a verdict, and keeps each answer as it came.</summary>
public sealed class AnswerFetcher(
    VendorQuestions vendor, EvidenceVault evidence, HarvestDebts debts, SessionJournal journal) : IItemFetcher
{
    // The video may still be on its way into the vendor's store when the verdict is out.
    private const int LooksForVideo = 4;

    public bool Fetches(HarvestKind kind) => kind is HarvestKind.Detail or HarvestKind.Stat or HarvestKind.Media;

    public Task<Fetched> FetchAsync(Debt debt, CancellationToken cancellationToken) => debt.Item.Kind switch
    {
        HarvestKind.Detail => AskAsync(debt, client => client.GetDetailAsync(debt.VerifyToken, cancellationToken),
            detail => (_, file) => Complete(file, debt.Item, detail), cancellationToken),
        HarvestKind.Stat => AskStatisticsAsync(debt, cancellationToken),
        _ => AskMediaAsync(debt, cancellationToken),
    };

    private async Task<Fetched> AskStatisticsAsync(Debt debt, CancellationToken cancellationToken)
    {
        var answer = await vendor.AskAsync(debt.CredentialId, client => client.GetStatAsync(debt.VerifyToken, cancellationToken), cancellationToken);
        return Keep(debt, answer, _ => null) with { Statistics = answer.Value is { } told ? ChargeFacts.Of(told) : null };
    }

    private async Task<Fetched> AskMediaAsync(Debt debt, CancellationToken cancellationToken)
    {
        var answer = await vendor.AskAsync(debt.CredentialId, client => client.GetMediaAsync(debt.VerifyToken, cancellationToken), cancellationToken);
        if (answer is { IsSuccess: true, Value: { Videos.Count: 0, ImageUrls.Count: 0 } })
            return debt.Item.Tries < LooksForVideo
                ? Fetched.Not(new VendorFault(VendorFaultKind.Refused, "nothing-recorded-yet", "No video yet.", false))
                : Fetched.Nothing("nothing-recorded");
        return Keep(debt, answer, media => (_, file) => debts.OweMedia(file, debt.Item, media));
    }

    private async Task<Fetched> AskAsync<T>(
        Debt debt, Func<IBaiduFaceClient, Task<VendorAnswer<T>>> question, Func<T, Action<PortalWrite, TokenFile>?> then,
        CancellationToken cancellationToken) where T : class =>
        Keep(debt, await vendor.AskAsync(debt.CredentialId, question, cancellationToken), then);

    private Fetched Keep<T>(Debt debt, VendorAnswer<T> answer, Func<T, Action<PortalWrite, TokenFile>?> then) where T : class =>
        answer.IsSuccess
            ? Fetched.Of(evidence.Seal(debt.Subject, AnswerOf(debt, answer.RawBody ?? "", answer.LogId)), then(answer.Value))
            : Fetched.Not(answer.Fault);

    private NewEvidence AnswerOf(Debt debt, string body, string? logId) => new(EvidenceKind.Answer, Encoding.UTF8.GetBytes(body), "application/json")
    {
        SessionId = debt.Item.SessionId,
        VerifyTokenId = debt.Item.VerifyTokenId,
        LogId = logId,
        KeepUntilUtc = debt.Item.Kind.HoldsCards(debt.Terms) ? journal.NowUtc.AddDays(debt.Terms.DaysOf(EvidenceKind.Answer)) : null,
    };

    private static void Complete(TokenFile file, HarvestItem item, VerificationDetail detail)
    {
        var attempt = file.Attempts.Single(attempt => attempt.Order == item.AttemptOrder);
        attempt.LivenessScore = detail.LivenessScore ?? attempt.LivenessScore;
        attempt.SpoofingScore = detail.SpoofingScore ?? attempt.SpoofingScore;
        attempt.IsDemote = detail.IsDemote ?? attempt.IsDemote;
    }
}
