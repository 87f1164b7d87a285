using FaceH5Portal.Core.Evidence;
using FaceH5Portal.Core.Sessions;
using FaceH5Portal.Core.Subjects;
using FaceH5Portal.Vendors;
using FaceH5Portal.Vendors.Baidu;

namespace FaceH5Portal.Core.Harvesting;

/// <summary>Downloads the pictures and videos that an answer named.</summary>
public sealed class FileFetcher(
    VendorQuestions vendor, SubjectVault subjects, EvidenceVault evidence, SessionJournal journal) : IItemFetcher
{
    public const string UrlPurpose = "harvest-url";

    public bool Fetches(HarvestKind kind) => kind is HarvestKind.Face or HarvestKind.Video or HarvestKind.Frame or HarvestKind.IdFront or HarvestKind.IdBack;

    public async Task<Fetched> FetchAsync(Debt debt, CancellationToken cancellationToken)
    {
        var file = await DownloadAsync(debt, cancellationToken);
        if (!file.IsSuccess)
            return Fetched.Not(file.Fault) with { NeedsAddress = debt.Item.Tries > 0 && IsSigned(debt.Item.Kind) };
        var kind = KindOf(debt.Item.Kind);
        var kept = evidence.Seal(debt.Subject, new NewEvidence(kind, file.Value.Bytes, file.Value.MediaType)
        {
            SessionId = debt.Item.SessionId,
            VerifyTokenId = debt.Item.VerifyTokenId,
            AttemptOrder = debt.Item.AttemptOrder,
            KeepUntilUtc = journal.NowUtc.AddDays(debt.Terms.DaysOf(kind)),
        });
        return Fetched.Of(kept, kind == EvidenceKind.Frame ? null : (write, stored) => journal.Tell(write, stored.Session, TimelineOf(kind)));
    }

    private async Task<VendorAnswer<MediaFile>> DownloadAsync(Debt debt, CancellationToken cancellationToken)
    {
        var url = debt.Item.SealedUrl is { } sealedUrl ? subjects.TryOpenText(debt.Subject, UrlPurpose, sealedUrl) : null;
        // `simple` speaks of the token's last word only, so it stands in for an address just where that word is this attempt's.
        var mayAskSimple = debt.Item.Kind == HarvestKind.Face && debt.Attempt is { Passed: true };
        if (url is not null && (debt.Item.Tries == 0 || !mayAskSimple))
            return await vendor.DownloadAsync(url, cancellationToken);
        if (!mayAskSimple)
            return VendorAnswer.Failure<MediaFile>(new VendorFault(VendorFaultKind.Refused, "no-address", "The vendor named no address.", false));
        var simple = await vendor.AskAsync(debt.CredentialId, client => client.GetSimpleAsync(debt.VerifyToken, cancellationToken), cancellationToken);
        return simple.IsSuccess
            ? await vendor.DownloadAsync(simple.Value.ImageUrl, cancellationToken)
            : VendorAnswer.Failure<MediaFile>(simple.Fault);
    }

    /// <summary>Whether the vendor's record hands out a fresh address when the old one has died; those of the live check have one life.</summary>
    private static bool IsSigned(HarvestKind kind) => kind is HarvestKind.Face or HarvestKind.IdFront or HarvestKind.IdBack;

    private static EvidenceKind KindOf(HarvestKind kind) => kind switch
    {
        HarvestKind.Video => EvidenceKind.Video,
        HarvestKind.Frame => EvidenceKind.Frame,
        HarvestKind.IdFront => EvidenceKind.IdFront,
        HarvestKind.IdBack => EvidenceKind.IdBack,
        _ => EvidenceKind.Face,
    };

    private static TimelineKind TimelineOf(EvidenceKind kind) => kind switch
    {
        EvidenceKind.Video => TimelineKind.VideoStored,
        EvidenceKind.IdFront or EvidenceKind.IdBack => TimelineKind.CardStored,
        _ => TimelineKind.FaceStored,
    };
}
