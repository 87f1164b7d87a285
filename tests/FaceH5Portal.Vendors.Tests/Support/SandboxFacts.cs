namespace FaceH5Portal.Vendors.Tests.Support;

/// <summary>What four questions were answered, as text to compare.</summary>
internal sealed record SandboxFacts(string Stat, string Media, string Record, string Detail);
