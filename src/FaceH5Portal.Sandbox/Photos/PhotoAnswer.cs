using System.Text.Json.Nodes;
using FaceH5Portal.Sandbox.Door;
using FaceH5Portal.Sandbox.Profile;

namespace FaceH5Portal.Sandbox.Photos;

/// <summary>What a photo vendor says, and what it enters into its books.</summary>
internal sealed record PhotoAnswer(JsonObject Body, string Code, string RequestId, bool Charged = false)
{
    public const string Success = "success";

    public int Status { get; init; } = StatusCodes.Status200OK;
    public string? Reference { get; init; }
    public string? ImageId { get; init; }
    public string? OneShot { get; init; }

    public Reply ToReply(VendorProfile profile) =>
        new(Status, "application/json; charset=utf-8", WireShape.AsBuilt(Body, profile), JsonValue.Create(Code));
}
