namespace FaceH5Portal.Core.Sessions;

/// <summary>What the person's browser sent along with the tick.</summary>
public sealed record Consent(string TextVersion, string TextSha256, string Language, string Address);
