using System.Text;
using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Evidence;
using FaceH5Portal.Core.Sessions;
using FaceH5Portal.Vendors;
using FaceH5Portal.Vendors.Baidu;
using Microsoft.EntityFrameworkCore;

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
            detail => (write, _) => CompleteAsync(write, debt, detail, cancellationToken), cancellationToken),
        HarvestKind.Stat => AskAsync(debt, client => client.GetStatAsync(debt.VerifyToken, cancellationToken),
            _ => (_, _) => Task.CompletedTask, cancellationToken),
        _ => AskMediaAsync(debt, cancellationToken),
    };

    private async Task<Fetched> AskMediaAsync(Debt debt, CancellationToken cancellationToken)
    {
        var answer = await vendor.AskAsync(debt.CredentialId, client => client.GetMediaAsync(debt.VerifyToken, cancellationToken));
        if (answer is { IsSuccess: true, Value: { Videos.Count: 0, ImageUrls.Count: 0 } })
            return debt.Item.Tries < LooksForVideo
                ? Fetched.Not(new VendorFault(VendorFaultKind.Refused, "nothing-recorded-yet", "No video yet.", false))
                : Fetched.Nothing("nothing-recorded");
        return await KeepAsync(debt, answer, media => (write, _) =>
        {
            debts.OweMedia(write, debt, media);
            return Task.CompletedTask;
        }, cancellationToken);
    }

    private async Task<Fetched> AskAsync<T>(
        Debt debt, Func<IBaiduFaceClient, Task<VendorAnswer<T>>> question,
        Func<T, Func<PortalWrite, VerificationSession, Task>> apply, CancellationToken cancellationToken) where T : class =>
        await KeepAsync(debt, await vendor.AskAsync(debt.CredentialId, question), apply, cancellationToken);

    private async Task<Fetched> KeepAsync<T>(
        Debt debt, VendorAnswer<T> answer, Func<T, Func<PortalWrite, VerificationSession, Task>> apply, CancellationToken cancellationToken) where T : class
    {
        if (!answer.IsSuccess)
            return Fetched.Not(answer.Fault);
        var kept = await evidence.StoreAsync(debt.Subject, AnswerOf(debt, answer.RawBody ?? ""), cancellationToken);
        if (!kept.Ok)
            return Fetched.Unkept(kept.Errors[0]);
        return new Fetched(async (write, session) =>
        {
            evidence.Add(write, Actor.System, kept.Value);
            await apply(answer.Value)(write, session);
        });
    }

    private NewEvidence AnswerOf(Debt debt, string body) => new(EvidenceKind.Answer, Encoding.UTF8.GetBytes(body), "application/json")
    {
        SessionId = debt.Item.SessionId,
        VerifyTokenId = debt.Item.VerifyTokenId,
        KeepUntilUtc = debt.Item.Kind.HoldsCards(debt.Terms) ? journal.NowUtc.AddDays(debt.Terms.RetentionDays) : null,
    };

    private static async Task CompleteAsync(PortalWrite write, Debt debt, VerificationDetail detail, CancellationToken cancellationToken)
    {
        var attempt = await write.Set<Attempt>().SingleAsync(a =>
            a.VerifyTokenId == debt.Item.VerifyTokenId && a.Order == debt.Item.AttemptOrder, cancellationToken);
        attempt.LivenessScore = detail.LivenessScore ?? attempt.LivenessScore;
        attempt.SpoofingScore = detail.SpoofingScore ?? attempt.SpoofingScore;
        attempt.IsDemote = detail.IsDemote ?? attempt.IsDemote;
    }
}
