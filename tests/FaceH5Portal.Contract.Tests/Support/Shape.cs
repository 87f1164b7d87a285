using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace FaceH5Portal.Contract.Tests.Support;

/// <summary>
/// A JSON document whose leaves are words for what may stand there, such as "string|null". Objects have exactly
/// these names; a list with one element says what every element is, and an empty list that there is none.
/// </summary>
internal static partial class Shape
{
    public static IReadOnlyList<string> Faults(string shape, JsonElement answer)
    {
        using var template = JsonDocument.Parse(Files.Text("Shapes", shape + ".json"));
        return [.. Compare("$", template.RootElement, answer)];
    }

    public static bool Fits(string words, JsonElement value) => words.Split('|').Any(word => Is(word, value));

    private static IEnumerable<string> Compare(string path, JsonElement shape, JsonElement value) => shape.ValueKind switch
    {
        JsonValueKind.Object => value.ValueKind == JsonValueKind.Object ? Members(path, shape, value) : [$"{path} is no object but {value}"],
        JsonValueKind.Array => value.ValueKind == JsonValueKind.Array ? Elements(path, shape, value) : [$"{path} is no list but {value}"],
        _ => Fits(shape.GetString()!, value) ? [] : [$"{path} is not {shape} but {value.GetRawText()}"],
    };

    private static IEnumerable<string> Members(string path, JsonElement shape, JsonElement value)
    {
        var (wanted, given) = (Names(shape), Names(value));
        return wanted.Except(given).Select(name => $"{path}.{name} is missing")
            .Concat(given.Except(wanted).Select(name => $"{path}.{name} is surplus"))
            .Concat(wanted.Intersect(given).SelectMany(name => Compare($"{path}.{name}", shape.GetProperty(name), value.GetProperty(name))));
    }

    private static IEnumerable<string> Elements(string path, JsonElement shape, JsonElement value)
    {
        if (shape.GetArrayLength() == 0) return value.GetArrayLength() == 0 ? [] : [$"{path} is not empty"];
        return value.GetArrayLength() == 0
            ? [$"{path} is empty"]
            : value.EnumerateArray().SelectMany((element, index) => Compare($"{path}[{index}]", shape[0], element));
    }

    private static List<string> Names(JsonElement element) => [.. element.EnumerateObject().Select(member => member.Name)];

    private static bool Is(string word, JsonElement value) => word switch
    {
        "null" => value.ValueKind == JsonValueKind.Null,
        "bool" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "true" => value.ValueKind == JsonValueKind.True,
        "false" => value.ValueKind == JsonValueKind.False,
        "int" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
        "number" => value.ValueKind == JsonValueKind.Number,
        "object" => value.ValueKind == JsonValueKind.Object,
        "array" => value.ValueKind == JsonValueKind.Array,
        _ => value.ValueKind == JsonValueKind.String && IsText(word, value.GetString()!),
    };

    private static bool IsText(string word, string text) => word switch
    {
        "string" => true,
        "empty" => text.Length == 0,
        "token24" => Token().IsMatch(text),
        "log-id" => LogId().IsMatch(text),
        "digits" => Digits().IsMatch(text),
        "beijing-time" => DateTime.TryParseExact(text, "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
        "url" => Uri.TryCreate(text, UriKind.Absolute, out _),
        "base64" => text.Length > 0 && Convert.TryFromBase64String(text, new byte[text.Length], out _),
        _ => throw new ArgumentException($"The shape language has no word \"{word}\"."),
    };

    [GeneratedRegex("^[A-Za-z0-9]{24}$")]
    private static partial Regex Token();

    [GeneratedRegex("^[0-9]{19}$")]
    private static partial Regex LogId();

    [GeneratedRegex("^[0-9]+$")]
    private static partial Regex Digits();
}
