using FaceH5Portal.Sandbox.Hosting;

namespace FaceH5Portal.Sandbox.Images;

/// <summary>A drawn face for attempts that no camera saw.</summary>
internal static class SyntheticFace
{
    public static readonly byte[] Jpeg = EmbeddedAsset.Bytes("synthetic-face.jpg");
}
