using System.Collections.Frozen;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using FaceH5Portal.Vendors.Http;

namespace FaceH5Portal.Vendors.Baidu.Reading;

/// <summary>
/// Writes an answer of the vendor without the person in it. Shown is what is known to tell nothing of anybody; a field that the
/// vendor adds tomorrow is masked until somebody has thought about it.
/// </summary>
internal static partial class MaskedJson
{
    private const string Mask = "***";

    private static readonly FrozenSet<string> Shown = FrozenSet.ToFrozenSet(
    [
        "success", "error_code", "code", "log_id", "serverlogid", "verify_log_id", "cached", "timestamp",
        "verify_count", "ocr_charge_count", "match_charge_count", "verify_charge_count", "live_charge_count", "order", "is_verify_passed",
        "verify_time", "is_charged", "charge_type", "charge_time", "is_ocr_charge", "ocr_count", "ocr_charge_time", "will_verify", "app",
        "score", "threshold", "liveness_score", "spoofing_score", "spoofing", "risk_level", "risk_tag", "is_demote", "idcard_type", "count",
    ], StringComparer.OrdinalIgnoreCase);

    // The vendor's own words: without whatever in them is as long as a token, a number or an address.
    private static readonly FrozenSet<string> Words = FrozenSet.ToFrozenSet(["message", "error_msg", "extInfo"], StringComparer.OrdinalIgnoreCase);

    private static readonly JsonWriterOptions Readable = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Of(JsonElement root)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, Readable))
            Write(writer, root, "");
        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    private static void Write(Utf8JsonWriter writer, JsonElement value, string key)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (var part in value.EnumerateObject())
                {
                    writer.WritePropertyName(NameOf(part.Name));
                    Write(writer, part.Value, part.Name);
                }
                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var entry in value.EnumerateArray())
                    Write(writer, entry, key);
                writer.WriteEndArray();
                break;
            case JsonValueKind.String when Words.Contains(key):
                writer.WriteStringValue(VendorWords.Tidy(value.GetString()));
                break;
            case JsonValueKind.String when value.GetString() is { Length: > 0 } && !Shown.Contains(key):
            case JsonValueKind.Number when !Shown.Contains(key):
                writer.WriteStringValue(Mask);
                break;
            default:
                value.WriteTo(writer);
                break;
        }
    }

    private static string NameOf(string name) => Telling().IsMatch(name) ? Mask : name;

    [GeneratedRegex(@"\d{5}|.{41}", RegexOptions.Singleline)]
    private static partial Regex Telling();
}
