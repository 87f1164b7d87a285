using System.Text.Json.Nodes;
using FaceH5Portal.Sandbox.Hosting;

namespace FaceH5Portal.Sandbox.Faceprint;

/// <summary>What goes back to the caller, and how the journal names it.</summary>
internal sealed record FaceprintAnswer(object Body, JsonNode Journal, string? Minted = null)
{
    public static FaceprintAnswer Success(object? result) =>
        new(new { Success = true, Result = result, LogId = VendorIds.LogId() }, "success");

    public static FaceprintAnswer Failure(int code, string message) =>
        new(new { Success = false, Code = code, Message = message, LogId = VendorIds.LogId() }, code);

    public static FaceprintAnswer Gateway(int code, string message) =>
        new(new { ErrorCode = code, ErrorMsg = message }, code);

    public static FaceprintAnswer TokenInvalid() => Failure(283437, "Token无效或者已过期");

    public static FaceprintAnswer NotStarted() => Failure(283450, "认证尚未开始");

    public static FaceprintAnswer Comparing() => Failure(283451, "认证处理中");

    public static FaceprintAnswer Missing(string parameter) => Failure(216101, $"缺少必要参数 {parameter}");

    public static FaceprintAnswer Invalid(string parameter) => Failure(216100, $"参数 {parameter} 不合法");

    public static FaceprintAnswer UnsupportedMethod() => Gateway(3, "Unsupported openapi method");
}
