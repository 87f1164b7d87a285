namespace FaceH5Portal.Sandbox.Hosting;

/// <summary>The sandbox cannot start, and the message says in one sentence why.</summary>
internal sealed class SandboxStartException(string message, Exception? inner = null) : Exception(message, inner);
