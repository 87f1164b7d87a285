namespace FaceH5Portal.Core.Evidence.Preflight;

/// <summary>A photo as a vendor takes it: upright, without notes, within its limits; and what became of it on the way.</summary>
public sealed record FittedPhoto(byte[] Bytes, PhotoFigures Before, PhotoFigures After)
{
    /// <summary>Whether the pixels are other ones than those handed in.</summary>
    public bool IsRedrawn { get; init; }

    /// <summary>Whether it lay on its side, or its head.</summary>
    public bool IsTurned { get; init; }
}
