using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace FaceH5Portal.Sandbox.Profile;

/// <summary>Rewrites single values by the name they stand under.</summary>
internal static partial class Values
{
    public static void Rewrite(JsonObject part, VendorProfile profile)
    {
        foreach (var (name, value) in part.ToList())
        {
            if (value is JsonObject inner) Rewrite(inner, profile);
            else if (value is JsonArray list)
                foreach (var entry in list.OfType<JsonObject>()) Rewrite(entry, profile);
            else if (value is null) Absent(part, name, profile);
            else if (Rewritten(name, value, part, profile) is { } rewritten) part[name] = rewritten;
        }
    }

    // The result of an upload is null by contract; every other null only says that nothing is there.
    private static void Absent(JsonObject part, string name, VendorProfile profile)
    {
        if (name == "result") return;
        if (profile.Is(Switches.Absent, "missing")) part.Remove(name);
        if (profile.Is(Switches.Absent, "empty")) part[name] = "";
    }

    private static JsonNode? Rewritten(string name, JsonNode value, JsonObject part, VendorProfile profile) => name switch
    {
        "liveness_score" when profile.Is(Switches.LivenessScore, "zero") && part.ContainsKey("verify_log_id") => Score(0, profile),
        "score" or "liveness_score" or "spoofing" or "spoofing_score" or "threshold" => Score(value.GetValue<double>(), profile),
        "verify_time" or "charge_time" or "ocr_charge_time" when profile.Is(Switches.Times, "unpadded") => LeadingZero().Replace(value.GetValue<string>(), ""),
        "code" when profile.Departs(Switches.VerdictCodes) => As(profile[Switches.VerdictCodes], value),
        "error_code" when part.ContainsKey("count") => As(profile[Switches.StatCodes], value),
        "count" => As(profile[Switches.StatCounts], value),
        "message" when profile.Is(Switches.PassMessage, "empty") && part["is_verify_passed"]?.GetValue<bool>() == true => "",
        "face_image" or "front_image" or "back_image" when profile.Is(Switches.FaceImage, "bare") => FileName().Match(value.GetValue<string>()).Value,
        _ => null,
    };

    private static JsonNode Score(double score, VendorProfile profile) => profile.Is(Switches.Scores, "string")
        ? score.ToString(CultureInfo.InvariantCulture)
        : score;

    private static JsonNode As(string type, JsonNode value)
    {
        var text = value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : value.ToJsonString();
        return type == "string" ? text : int.Parse(text, CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"(?<=[- ])0(?=\d)")]
    private static partial Regex LeadingZero();

    [GeneratedRegex(@"[^/]+\.jpg")]
    private static partial Regex FileName();
}
