using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Evidence.Preflight;
using FaceH5Portal.Vendors.Photos;

namespace FaceH5Portal.Core.PhotoChecks.Choosing;

/// <summary>Makes a photo fit a vendor. What cannot is told in words of photo checks: those of a plan's photo name its limits.</summary>
internal static class PhotoFit
{
    public static Result<FittedPhoto> Of(byte[] photo, PhotoLimits limits)
    {
        var fitted = PhotoPreflight.Fit(photo, limits);
        return fitted.Ok ? fitted : fitted.Errors.Select(InWords).ToList();
    }

    private static PortalError InWords(PortalError error) => error.Code switch
    {
        "photo-too-large" => new PortalError("photo-too-many-pixels", error.Field, error.Args),
        "photo-too-big" => new PortalError("photo-does-not-fit", error.Field),
        _ => error,
    };
}
