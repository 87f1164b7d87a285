namespace FaceH5Portal.Core.Evidence;

/// <summary>A picture's file as it may be stored: nothing in it but the picture.</summary>
public sealed record Picture(byte[] Bytes, string MediaType);
