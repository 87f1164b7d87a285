namespace FaceH5Portal.Sandbox.Control;

/// <summary>A control call that makes no sense; the message says what would.</summary>
internal sealed class ControlRefusal(string message) : Exception(message);
