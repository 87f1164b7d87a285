using System.Text.Json.Nodes;

namespace FaceH5Portal.Sandbox.State;

/// <summary>One call to the vendor's API; the answer is "success", an error code or a word for what was sent instead.</summary>
internal sealed record VendorCall(DateTimeOffset Time, string Path, string? VerifyToken, JsonNode Answer);
