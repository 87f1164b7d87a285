using System.Text.Json.Nodes;

namespace FaceH5Portal.Sandbox.Profile;

/// <summary>Rewrites where things stand and what they are called.</summary>
internal static class Placement
{
    private static readonly Dictionary<string, string> _chinese = new()
    {
        ["Verify_FIN"] = "人脸实名认证",
        ["Sessioncode"] = "随机校验码",
        ["OCR"] = "身份证识别",
        ["verify"] = "公安验证",
        ["VideoLiveness"] = "视频活体检测",
        ["Livenesscolorful"] = "炫瞳活体检测",
        ["VerifySec"] = "人脸实名认证风控版",
    };

    public static void Rewrite(JsonObject answer, VendorProfile profile)
    {
        if (profile.Is(Switches.FailureFields, "error_code") && answer.ContainsKey("code")) RenameFailure(answer);
        if (answer["result"] is not JsonObject result) return;
        if (profile.Is(Switches.StatKeys, "chinese") && result.ContainsKey("Sessioncode")) Rename(result);
        if (profile.Is(Switches.OcrPlacement, "sibling")) Unnest(result);
        if (profile.Is(Switches.IsDemoteIn, "verify_result") && result["verify_result"] is JsonObject verify) Move("is_demote", result, verify);
    }

    private static void RenameFailure(JsonObject answer)
    {
        foreach (var (from, to) in new[] { ("code", "error_code"), ("message", "error_msg") })
        {
            answer.Remove(from, out var value);
            answer[to] = value;
        }
    }

    private static void Rename(JsonObject stat)
    {
        foreach (var (english, chinese) in _chinese)
        {
            stat.Remove(english, out var counts);
            stat[chinese] = counts;
        }
    }

    private static void Unnest(JsonObject getall)
    {
        if (getall["verify_result"] is not JsonArray attempts) return;
        foreach (var attempt in attempts.OfType<JsonObject>())
        {
            Move("idcard_ocr_result", attempt["idcard_confirm"]!.AsObject(), attempt);
            Move("idcard_images", attempt["idcard_confirm"]!.AsObject(), attempt);
        }
    }

    private static void Move(string name, JsonObject from, JsonObject to)
    {
        if (from.Remove(name, out var value)) to[name] = value;
    }
}
