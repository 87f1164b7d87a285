using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.PhotoChecks;
using FaceH5Portal.Core.Subjects;
using FaceH5Portal.TestKit;
using FaceH5Portal.Vendors.Photos;

namespace FaceH5Portal.Web.Tests.PhotoChecking;

/// <summary>Photo checks as an operator's form makes them, for tests that look at what came of them.</summary>
internal static class PhotoDriver
{
    public static Task<MadePhotoChecks> CheckAsync(PortalHarness portal, string name, params PhotoVendor[] vendors) =>
        CheckAsync(portal, name, Photos.Of(640, 480), vendors);

    public static async Task<MadePhotoChecks> CheckAsync(PortalHarness portal, string name, byte[] photo, params PhotoVendor[] vendors) => (await TryAsync(portal, new NewPhotoCheck
    {
        Vendors = vendors,
        Purpose = "Opening an account",
        Reference = "CASE-7",
        Person = new Identity(name, SessionDriver.Number, CertificateType.ResidentIdCard),
        Photo = photo,
        Consent = Agreed(portal),
    })).Value;

    public static async Task<MadePhotoChecks> InsteadAsync(PortalHarness portal, Guid sessionId) => (await TryAsync(portal, new NewPhotoCheck
    {
        Vendors = [PhotoVendor.Juhe],
        Purpose = "Opening an account",
        Photo = Photos.Of(640, 480),
        Consent = Agreed(portal),
        SessionId = sessionId,
        Instead = InsteadCause.NoCamera,
    })).Value;

    private static PhotoConsent Agreed(PortalHarness portal) =>
        new("test", "The photo goes to Juhe, Tencent and Linkface.", "en", portal.NowUtc);

    private static Task<Result<MadePhotoChecks>> TryAsync(PortalHarness portal, NewPhotoCheck wanted) =>
        portal.Get<PhotoCheckService>().CheckAsync(SessionDriver.Operator, wanted, CancellationToken.None);
}
