using FaceH5Portal.Sandbox.Hosting;

namespace FaceH5Portal.Sandbox.Media;

/// <summary>Drawn pictures for attempts that no camera saw.</summary>
internal static class Synthetic
{
    public static readonly byte[] Face = EmbeddedAsset.Bytes("media/synthetic-face.jpg");
    public static readonly byte[] Card = EmbeddedAsset.Bytes("media/synthetic-card.jpg");
    public static readonly byte[] Video = EmbeddedAsset.Bytes("media/synthetic-video.webm");
}
