using FaceH5Portal.Core.Data;
using FaceH5Portal.Vendors.Photos;
using SkiaSharp;

namespace FaceH5Portal.Core.Evidence.Preflight;

/// <summary>The one place where a photo is looked at before a vendor is asked: what it is, whether the vendor takes it, and what makes it fit.</summary>
public static class PhotoPreflight
{
    private const string Field = "Photo";

    // A phone's come to some 100 KB; what is beyond this was put there for something else.
    private const int MostNotes = 1024 * 1024;

    private static readonly Dictionary<SKEncodedImageFormat, (PhotoFormats Format, string MediaType)> Formats = new()
    {
        [SKEncodedImageFormat.Jpeg] = (PhotoFormats.Jpeg, "image/jpeg"),
        [SKEncodedImageFormat.Png] = (PhotoFormats.Png, "image/png"),
        [SKEncodedImageFormat.Bmp] = (PhotoFormats.Bmp, "image/bmp"),
        // No vendor takes it, and phones make it.
        [SKEncodedImageFormat.Webp] = (PhotoFormats.None, "image/webp"),
    };

    /// <summary>The photo as it is, or why the vendor or we would refuse it: for a photo that nobody but its giver may alter.</summary>
    public static Result<PhotoFigures> Check(byte[] photo, PhotoLimits limits)
    {
        if (photo.Length > limits.MaxBytes)
            return new PortalError("photo-too-big", Field);
        var read = Read(photo);
        if (!read.Ok)
            return read.Errors.ToList();
        var (figures, format, _) = read.Value;
        if (!limits.Formats.HasFlag(format) || format == PhotoFormats.None)
            return new PortalError("photo-not-an-image", Field);
        if (PhotoScale.Of(figures, limits.MaxLongSide, limits.MaxShortSide) < 1)
            return new PortalError("photo-too-large", Field, figures.Width, figures.Height);
        return TooSmall(figures, limits) is { } small ? small : figures;
    }

    /// <summary>The photo made to fit: turned upright, its notes gone, shrunk and written anew as JPEG where it has to be. It is never enlarged.</summary>
    public static Result<FittedPhoto> Fit(byte[] photo, PhotoLimits limits)
    {
        var read = Read(photo);
        if (!read.Ok)
            return read.Errors.ToList();
        var (figures, format, stripped) = read.Value;
        if (TooSmall(figures, limits) is { } small)
            return small;
        var isTurned = ExifOrientation.Of(photo) is not null;
        if (IsAtItsBest(figures, format, stripped, limits) && !isTurned)
            return new FittedPhoto(stripped.Bytes, figures, figures with { Bytes = stripped.Bytes.Length });
        using var upright = PictureTurning.ToUpright(photo, PhotoEncoder.FirstScale(figures, limits));
        if (upright is null)
            return new PortalError("photo-malformed", Field);
        return PhotoEncoder.Fit(upright, limits) is { } fitted
            ? fitted with { Before = figures, IsRedrawn = true, IsTurned = isTurned }
            : new PortalError("photo-too-big", Field);
    }

    private static bool IsAtItsBest(PhotoFigures figures, PhotoFormats format, Picture stripped, PhotoLimits limits) =>
        format != PhotoFormats.None && limits.Formats.HasFlag(format)
        && stripped.MediaType == figures.MediaType && stripped.Bytes.Length <= limits.MaxBytes
        && PhotoEncoder.FirstScale(figures, limits) >= 1;

    /// <summary>Told from the file's header; nothing is decoded for it.</summary>
    private static Result<(PhotoFigures Figures, PhotoFormats Format, Picture Stripped)> Read(byte[] photo)
    {
        using var data = SKData.CreateCopy(photo);
        using var codec = SKCodec.Create(data);
        if (codec is { FrameCount: > 1 })
            return new PortalError("photo-moves", Field);
        if (codec is null || !Formats.TryGetValue(codec.EncodedFormat, out var known))
            return new PortalError("photo-not-an-image", Field);
        var stripped = PictureCleaning.Strip(photo);
        if (!stripped.Ok)
            return stripped.Errors.ToList();
        if (stripped.Value.Notes > MostNotes)
            return new PortalError("photo-notes", Field);
        return (new PhotoFigures(known.MediaType, codec.Info.Width, codec.Info.Height, photo.Length), known.Format, stripped.Value);
    }

    private static PortalError? TooSmall(PhotoFigures figures, PhotoLimits limits) => Math.Min(figures.Width, figures.Height) < limits.MinSide
        ? new PortalError("photo-too-small", Field, figures.Width, figures.Height, limits.MinSide)
        : null;
}
