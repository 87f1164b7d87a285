namespace FaceH5Portal.Sandbox.Capture;

/// <summary>The page's script sent something it never should; the message says what was expected.</summary>
internal sealed class CaptureRefusal(string message) : Exception(message);
