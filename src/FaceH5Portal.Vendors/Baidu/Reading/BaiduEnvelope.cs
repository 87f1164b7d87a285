using System.Text.Json;
using FaceH5Portal.Vendors.Reading;

namespace FaceH5Portal.Vendors.Baidu.Reading;

/// <summary>The frame every answer comes in, in any of the shapes seen: the solution's own, the gateway's, and a mixture.</summary>
internal sealed record BaiduEnvelope(JsonElement Root, string? Code, string? Message, string? LogId)
{
    /// <summary>What the success holds, also where it comes wrapped in an array; null when it holds no object.</summary>
    public JsonElement? Result => Root.Object("result");

    /// <summary>Without the body, which names the person.</summary>
    public override string ToString() => $"{Code ?? "success"} {LogId}";

    /// <summary>A code other than 0 speaks louder than a flag that says success.</summary>
    public bool IsSuccess => Code is null;

    /// <summary>Null when the body is not an object that says either success or a failure with its code.</summary>
    public static BaiduEnvelope? Of(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object)
            return null;
        string? code = FailureCode(root, "error_code") ?? FailureCode(root, "code");
        if (code is null && root.Flag("success") != true)
            return null;
        return new BaiduEnvelope(root, code, root.Text("message") ?? root.Text("error_msg"), root.Text("log_id"));
    }

    private static string? FailureCode(JsonElement root, string name) =>
        root.Text(name) is { } code && code != BaiduCodes.Passed ? code : null;
}
