using System.Collections.Frozen;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using FaceH5Portal.Vendors.Http;

namespace FaceH5Portal.Vendors.Reading;

/// <summary>
/// Writes an answer of a vendor without the person in it. Shown is what is known to tell nothing of anybody; a field that the
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
        "resultcode", "res", "orderid", "similarity", "session_id", "Sim", "RequestId",
        "check_result", "id_name_result", "photo_result", "certificate_score", "charge", "request_id",
        "score", "threshold", "liveness_score", "spoofing_score", "spoofing", "risk_level", "risk_tag", "is_demote", "idcard_type", "count",
    ], StringComparer.OrdinalIgnoreCase);

    // The vendor's own words: without whatever in them is as long as a token, a number or an address.
    private static readonly FrozenSet<string> Words = FrozenSet.ToFrozenSet(["message", "error_msg", "extInfo", "reason", "desc", "msg", "Description"], StringComparer.OrdinalIgnoreCase);

    // Tencent's code. In small letters it is where others keep all they have to say.
    private const string Result = "Result";

    private static readonly JsonWriterOptions Readable = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="root">The answer.</param>
    /// <param name="person">What the vendor's words must not quote.</param>
    public static string Of(JsonElement root, params string[] person)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, Readable))
            Write(writer, root, "", person);
        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    private static void Write(Utf8JsonWriter writer, JsonElement value, string key, string[] person)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (var part in value.EnumerateObject())
                {
                    writer.WritePropertyName(NameOf(part.Name));
                    Write(writer, part.Value, part.Name, person);
                }
                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var entry in value.EnumerateArray())
                    Write(writer, entry, key, person);
                writer.WriteEndArray();
                break;
            case JsonValueKind.String when Words.Contains(key):
                writer.WriteStringValue(VendorWords.Tidy(value.GetString(), person));
                break;
            case JsonValueKind.String when value.GetString() is { Length: > 0 } && !IsShown(key):
            case JsonValueKind.Number when !IsShown(key):
                writer.WriteStringValue(Mask);
                break;
            default:
                value.WriteTo(writer);
                break;
        }
    }

    private static bool IsShown(string key) => key == Result || Shown.Contains(key);

    private static string NameOf(string name) => Telling().IsMatch(name) ? Mask : name;

    [GeneratedRegex(@"\d{5}|.{41}", RegexOptions.Singleline)]
    private static partial Regex Telling();
}
