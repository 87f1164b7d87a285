using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Evidence;
using FaceH5Portal.Core.Plans;
using FaceH5Portal.Core.Subjects;
using FaceH5Portal.Vendors;
using FaceH5Portal.Vendors.Baidu;

namespace FaceH5Portal.Core.Sessions;

/// <summary>What a plan has the vendor told before a capture; null where it asks for none.</summary>
public sealed record CaptureNeeds(SubmittedIdentity? Identity, MatchImage? Photo)
{
    /// <summary>Makes a fresh token ready; null when it is.</summary>
    public async Task<VendorFault?> TellAsync(IBaiduFaceClient vendor, string verifyToken, CancellationToken cancellationToken)
    {
        if (Identity is not null)
            return (await vendor.SubmitIdentityAsync(verifyToken, Identity, cancellationToken)).Fault;
        return Photo is null ? null : (await vendor.UploadMatchImageAsync(verifyToken, Photo, cancellationToken)).Fault;
    }

    /// <summary>Gathered before a token is minted: without it the vendor would compare the person with nobody.</summary>
    public static async Task<Result<CaptureNeeds>> OfAsync(
        VerificationSession session, Subject subject, SubjectVault subjects, EvidenceVault evidence, CancellationToken cancellationToken)
    {
        var terms = session.Terms;
        var identity = terms.NeedsIdentity ? subjects.IdentityOf(subject) : null;
        var photo = terms.NeedsMatchPhoto && session.MatchPhotoId is { } id ? await evidence.OpenAsync(id, cancellationToken) : null;
        if (subject.IsErased || (terms.NeedsIdentity && identity is null) || (terms.NeedsMatchPhoto && photo is null))
            return new PortalError("person-data-gone");
        return new CaptureNeeds(
            identity is null ? null : new SubmittedIdentity(identity.Name, identity.Number, (int)identity.CertificateType),
            photo is null ? null : new MatchImage(photo.Bytes, Word(terms.QualityControl), Word(terms.LivenessControl)));
    }

    private static string Word(ControlLevel level) => level.ToString().ToUpperInvariant();
}
