namespace FaceH5Portal.Core.Evidence;

/// <summary>A picture's file as it may be stored: nothing in it but the picture.</summary>
public sealed record Picture(byte[] Bytes, string MediaType)
{
    /// <summary>How many bytes of notes stood before the picture's end when it came.</summary>
    public int Notes { get; init; }
}
