using System.Text.Json;
using FaceH5Portal.Vendors.Reading;

namespace FaceH5Portal.Vendors.Baidu.Reading;

/// <summary>
/// Reads <c>result/stat</c>. The document's own example lacks two commas: such a body is no JSON and is unreadable, not repaired, for no
/// server writes it, and a reader that guesses at commas would also make sense of answers that broke on the way.
/// </summary>
internal static class StatReading
{
    public static VerificationStatistics? Read(BaiduEnvelope envelope)
    {
        if (envelope.Result is not { } result)
            return null;
        var services = new OrderedDictionary<string, ServiceCalls>();
        foreach (var part in result.EnumerateObject())
        {
            string name = BaiduServices.NameOf(part.Name);
            if (!IsList(part.Value) && !BaiduServices.IsKnown(name))
                continue;
            if (Counts(part.Value) is not { } counts)
                return null;
            // One service under two names is one fact told twice.
            services[name] = new ServiceCalls(name, counts);
        }
        return new VerificationStatistics([.. services.Values]);
    }

    private static bool IsList(JsonElement value) => value.ValueKind is JsonValueKind.Array or JsonValueKind.Object;

    private static List<CodeCount>? Counts(JsonElement value)
    {
        var entries = JsonReading.Entries(value);
        var counts = entries.Select(Count).OfType<CodeCount>().ToList();
        return counts.Count == entries.Count ? counts : null;
    }

    private static CodeCount? Count(JsonElement entry) =>
        entry.Text("error_code") is { } code && entry.Whole("count") is { } count and >= 0 ? new CodeCount(code, count) : null;
}
