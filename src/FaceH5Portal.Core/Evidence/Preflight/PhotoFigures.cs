namespace FaceH5Portal.Core.Evidence.Preflight;

/// <summary>What can be said of a photo's file without showing it.</summary>
public sealed record PhotoFigures(string MediaType, int Width, int Height, int Bytes);
