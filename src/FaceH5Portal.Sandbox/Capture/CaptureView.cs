namespace FaceH5Portal.Sandbox.Capture;

/// <summary>What the page is to show next: statement, capture, comparing, passed, failed or dead.</summary>
internal sealed record CaptureView(string Step, string? Message = null, bool Retry = false);
