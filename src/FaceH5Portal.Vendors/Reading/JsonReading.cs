using System.Globalization;
using System.Text.Json;

namespace FaceH5Portal.Vendors.Reading;

/// <summary>
/// Reads JSON as vendors write it: numbers as text and text as numbers, flags as words, one object where an array was promised,
/// and null, "" or nothing for what is absent. Absent is always null here.
/// </summary>
internal static class JsonReading
{
    private static readonly JsonDocumentOptions Lenient = new()
    {
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
        MaxDepth = 64,
    };

    /// <summary>What <paramref name="read"/> makes of the text, or null when it is not JSON of a sane depth.</summary>
    public static T? Read<T>(string text, Func<JsonElement, T?> read)
        where T : class
    {
        try
        {
            using var document = JsonDocument.Parse(text, Lenient);
            return read(document.RootElement);
        }
        catch (JsonException)
        {
            return null;
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair, written as an escape, shows only when the text is taken out.
            return null;
        }
    }

    public static JsonElement? Child(this JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var child) && child.ValueKind != JsonValueKind.Null
            ? child
            : null;

    /// <summary>An object, also where it comes wrapped in an array.</summary>
    public static JsonElement? Object(this JsonElement parent, string name) => parent.Child(name) switch
    {
        { ValueKind: JsonValueKind.Object } child => child,
        { ValueKind: JsonValueKind.Array } array when array.GetArrayLength() > 0 && array[0].ValueKind == JsonValueKind.Object => array[0],
        _ => null,
    };

    /// <summary>The entries of a list, also where a single one came without its list; null and "" are an empty one.</summary>
    public static IReadOnlyList<JsonElement> Entries(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => [.. value.EnumerateArray()],
        JsonValueKind.Null or JsonValueKind.Undefined => [],
        JsonValueKind.String when string.IsNullOrWhiteSpace(value.GetString()) => [],
        _ => [value],
    };

    /// <summary>The texts of a list, without those that say nothing.</summary>
    public static IEnumerable<string> Texts(this JsonElement parent, string name) =>
        parent.Child(name) is { } list
            ? Entries(list).Where(entry => entry.ValueKind == JsonValueKind.String).Select(entry => entry.GetString()!.Trim()).Where(text => text.Length > 0)
            : [];

    /// <summary>Text; of a number its digits as written, for ids are longer than a double can hold.</summary>
    public static string? Text(this JsonElement parent, string name)
    {
        string? text = parent.Child(name) switch
        {
            { ValueKind: JsonValueKind.String } child => child.GetString()?.Trim(),
            { ValueKind: JsonValueKind.Number } child => child.GetRawText(),
            { ValueKind: JsonValueKind.True } => "true",
            { ValueKind: JsonValueKind.False } => "false",
            _ => null,
        };
        return string.IsNullOrEmpty(text) ? null : text;
    }

    public static double? Number(this JsonElement parent, string name) =>
        double.TryParse(parent.Text(name), NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && double.IsFinite(number)
            ? number
            : null;

    public static int? Whole(this JsonElement parent, string name) =>
        parent.Number(name) is { } number && number == Math.Floor(number) && Math.Abs(number) <= int.MaxValue ? (int)number : null;

    /// <summary>A flag; "ture" is how the vendor's own document spells it.</summary>
    public static bool? Flag(this JsonElement parent, string name) => parent.Text(name)?.ToUpperInvariant() switch
    {
        "TRUE" or "TURE" or "1" => true,
        "FALSE" or "0" => false,
        _ => null,
    };
}
