namespace FaceH5Portal.Core.Evidence.Preflight;

/// <summary>By how much a photo has to shrink; 1 and more where it need not.</summary>
internal static class PhotoScale
{
    public static double Of(PhotoFigures photo, int? longSide, int? shortSide)
    {
        var (longer, shorter) = (Math.Max(photo.Width, photo.Height), Math.Min(photo.Width, photo.Height));
        return Math.Min((double)(longSide ?? longer) / longer, (double)(shortSide ?? shorter) / shorter);
    }
}
