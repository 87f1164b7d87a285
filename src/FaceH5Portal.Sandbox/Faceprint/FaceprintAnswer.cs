using System.Text.Json.Nodes;
using FaceH5Portal.Sandbox.Codes;
using FaceH5Portal.Sandbox.Door;
using FaceH5Portal.Sandbox.Hosting;
using FaceH5Portal.Sandbox.Profile;

namespace FaceH5Portal.Sandbox.Faceprint;

/// <summary>What the vendor has to say, before the profile gives it its last shape.</summary>
internal sealed record FaceprintAnswer(object Body, JsonNode Journal, string? Minted = null)
{
    public static FaceprintAnswer Success(object? result) =>
        new(new { Success = true, Result = result, LogId = VendorIds.LogId() }, Reply.Success);

    public static FaceprintAnswer Failure(int code, string? message = null) =>
        new(new { Success = false, Code = code, Message = message ?? ApiCode.MessageOf(code), LogId = VendorIds.LogId() }, code);

    public static FaceprintAnswer Gateway(int code) => new(new { ErrorCode = code, ErrorMsg = ApiCode.MessageOf(code) }, code);

    /// <summary>As the solution passes on what its V4 services answered: a gateway's error, with a log id that is a number.</summary>
    public static FaceprintAnswer NoQuota() => new(
        new { ErrorCode = ApiCode.QpsOrNoQuota, ErrorMsg = ApiCode.MessageOf(ApiCode.QpsOrNoQuota), LogId = VendorIds.NumericLogId() }, ApiCode.QpsOrNoQuota);

    public static FaceprintAnswer TokenInvalid() => Failure(ApiCode.TokenInvalid);

    public static FaceprintAnswer Missing(string parameter) => Failure(216101, $"缺少必要参数 {parameter}");

    public static FaceprintAnswer Invalid(string parameter) => Failure(216100, $"参数 {parameter} 不合法");

    public static FaceprintAnswer UnsupportedMethod() => Gateway(ApiCode.UnsupportedMethod);

    public Reply ToReply(VendorProfile profile) =>
        new(StatusCodes.Status200OK, "application/json; charset=utf-8", WireShape.Write(Body, profile), Journal, Minted);
}
