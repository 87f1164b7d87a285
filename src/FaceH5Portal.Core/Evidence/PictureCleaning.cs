using FaceH5Portal.Core.Data;

namespace FaceH5Portal.Core.Evidence;

/// <summary>
/// Takes out of a picture's file what is no picture: place, time, camera, thumbnails, comments, and whatever was
/// hung on behind its end. The pixels stay as they are, to the byte that encodes them.
/// </summary>
public static class PictureCleaning
{
    /// <summary>The picture alone; for evidence, whose pixels are not ours to touch.</summary>
    public static Result<Picture> Strip(byte[] file) => file switch
    {
        [0xFF, 0xD8, ..] => Whole(JpegFile.Strip(file), "image/jpeg"),
        [0x89, (byte)'P', (byte)'N', (byte)'G', ..] => Whole(PngFile.Strip(file), "image/png"),
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', ..] => Whole(WebpFile.Strip(file), "image/webp"),
        // Nothing in it is compressed, so that PNG can hold the same pixels, and no gap to hide something in.
        [(byte)'B', (byte)'M', ..] => Whole(PictureTurning.ToPng(file), "image/png"),
        _ => new PortalError("photo-not-an-image", "Photo"),
    };

    /// <summary>
    /// The picture alone, and its pixels the way up that a viewer would have shown it: the note that said so is gone.
    /// For a photo that is compared. Encoded anew only where it has to be turned.
    /// </summary>
    public static Result<Picture> StripUpright(byte[] file)
    {
        var picture = Strip(file);
        if (!picture.Ok || ExifOrientation.Of(file) is not { } origin)
            return picture;
        return Whole(PictureTurning.Turn(picture.Value, origin), picture.Value.MediaType);
    }

    private static Result<Picture> Whole(byte[]? bytes, string mediaType) =>
        bytes is null ? new PortalError("photo-malformed", "Photo") : new Picture(bytes, mediaType);
}
