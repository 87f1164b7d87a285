using FaceH5Portal.Core.Data;

namespace FaceH5Portal.Core.Evidence;

/// <summary>
/// Takes out of a picture's file what is no picture: place, time, camera, thumbnails, comments, and whatever was
/// hung on behind its end. The pixels of evidence stay as they are, to the byte that encodes them.
/// </summary>
public static class PictureCleaning
{
    private const string Jpeg = "image/jpeg";
    private const string Png = "image/png";

    /// <summary>The picture alone; for evidence, whose pixels are not ours to touch.</summary>
    public static Result<Picture> Strip(byte[] file)
    {
        var picture = StripKnown(file);
        // What a browser is to show later must not be a bomb, though nothing here decodes it.
        return picture.Ok && PictureLimits.FaultOf(picture.Value.Bytes) is { } fault ? fault : picture;
    }

    /// <summary>
    /// The pixels alone, drawn into a new file the way up that a viewer shows them: for a photo that people hand in.
    /// Whatever else a file may have carried, or been made to do to a decoder, ends here.
    /// </summary>
    public static Result<Picture> Redraw(byte[] file)
    {
        var picture = Strip(file);
        if (!picture.Ok)
            return picture;
        var mediaType = picture.Value.MediaType == Png ? Png : Jpeg;
        return Whole(PictureTurning.Redraw(file, mediaType), mediaType);
    }

    private static Result<Picture> StripKnown(byte[] file) => file switch
    {
        [0xFF, 0xD8, ..] => Whole(JpegFile.Strip(file, out var notes), Jpeg, notes),
        [0x89, (byte)'P', (byte)'N', (byte)'G', ..] => Whole(PngFile.Strip(file, out var notes), Png, notes),
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', ..] => Whole(WebpFile.Strip(file, out var notes), "image/webp", notes),
        // Nothing in it is compressed, so that PNG can hold the same pixels, and no gap to hide something in.
        [(byte)'B', (byte)'M', ..] => Whole(PictureTurning.ToPng(file), Png),
        _ => new PortalError("photo-not-an-image", "Photo"),
    };

    private static Result<Picture> Whole(byte[]? bytes, string mediaType, int notes = 0) =>
        bytes is null ? new PortalError("photo-malformed", "Photo") : new Picture(bytes, mediaType) { Notes = notes };
}
