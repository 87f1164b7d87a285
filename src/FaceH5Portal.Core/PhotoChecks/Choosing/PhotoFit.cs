using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Evidence.Preflight;
using FaceH5Portal.Vendors.Photos;

namespace FaceH5Portal.Core.PhotoChecks.Choosing;

/// <summary>Makes a photo fit a vendor. What cannot is told in words of photo checks: those of a plan's photo name its limits.</summary>
internal static class PhotoFit
{
    private static readonly Dictionary<string, string> Words = new()
    {
        ["photo-too-large"] = "photo-too-many-pixels",
        ["photo-too-big"] = "photo-does-not-fit",
    };

    public static Result<FittedPhoto> Of(byte[] photo, PhotoLimits limits)
    {
        var fitted = PhotoPreflight.Fit(photo, limits);
        return fitted.Ok ? fitted : fitted.Errors.Select(error => error with { Code = Words.GetValueOrDefault(error.Code, error.Code) }).ToList();
    }
}
