using FaceH5Portal.Sandbox.Media;

namespace FaceH5Portal.Sandbox;

/// <summary>Drawn pictures for whoever plays a person of the sandbox; no real person is on them.</summary>
public static class SyntheticPicture
{
    /// <summary>A face, as a JPEG.</summary>
    public static byte[] Face => [.. Synthetic.Face];
}
