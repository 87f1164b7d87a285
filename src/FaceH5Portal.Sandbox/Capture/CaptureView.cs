using FaceH5Portal.Sandbox.Verdicts;

namespace FaceH5Portal.Sandbox.Capture;

/// <summary>
/// What the page is to show next: statement, ocr-front, ocr-back, confirm, manual, capture, downgrade, comparing,
/// passed, failed or dead.
/// </summary>
internal sealed record CaptureView(string Step, string? Message = null, bool Retry = false)
{
    /// <summary>Whether the plan wants the live check recorded.</summary>
    public bool Records { get; init; }
    public OcrReading? Ocr { get; init; }
}
