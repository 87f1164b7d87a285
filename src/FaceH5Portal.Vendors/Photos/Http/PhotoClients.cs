using FaceH5Portal.Vendors.Photos.Codes;

namespace FaceH5Portal.Vendors.Photos.Http;

/// <summary>What every client settles before it builds a request.</summary>
internal static class PhotoClients
{
    /// <summary>Why nothing can be sent; null where all is there.</summary>
    public static PhotoCheckResult? Refusal(this IPhotoCheckClient client, PhotoCheckRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (client.MissingSettings.Count > 0)
            return PhotoAnswer.Of(client.Vendor, OurCodes.NoCredentials);
        bool hasPhoto = request.File is { Length: > 0 }
            || (client.Limits.TakesUrl && !string.IsNullOrEmpty(request.Url))
            || (client.Limits.TakesImageId && !string.IsNullOrEmpty(request.ImageId));
        return hasPhoto ? null : PhotoAnswer.Of(client.Vendor, OurCodes.NoPhoto);
    }
}
