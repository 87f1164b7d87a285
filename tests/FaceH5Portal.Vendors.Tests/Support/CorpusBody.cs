using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace FaceH5Portal.Vendors.Tests.Support;

/// <summary>One answer of the vendor as a file, <c>Corpus/&lt;call&gt;/&lt;name&gt;.json</c>, and beside it what the client has to make of it.</summary>
internal sealed record CorpusBody(string Call, string Name)
{
    private const string Expectation = ".expected.json";

    private static readonly string Root = Path.Combine(AppContext.BaseDirectory, "Corpus");

    private static readonly JsonSerializerOptions Shape = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter() },
    };

    public static IEnumerable<CorpusBody> All =>
        from file in Directory.EnumerateFiles(Root, "*.json", SearchOption.AllDirectories)
        where !file.EndsWith(Expectation, StringComparison.Ordinal)
        orderby file
        select new CorpusBody(Path.GetFileName(Path.GetDirectoryName(file))!, Path.GetFileNameWithoutExtension(file));

    /// <summary>Expectations without a body: left behind when one was renamed.</summary>
    public static IEnumerable<string> Orphans =>
        Directory.EnumerateFiles(Root, "*" + Expectation, SearchOption.AllDirectories)
            .Where(file => !File.Exists(file.Replace(Expectation, ".json", StringComparison.Ordinal)));

    public byte[] Bytes => File.ReadAllBytes(Path.Combine(Root, Call, Name + ".json"));

    /// <summary>As an answer hands it on: without a byte order mark.</summary>
    public string Text => Encoding.UTF8.GetString(Bytes).TrimStart('\uFEFF');

    public string Expected => Pretty(JsonNode.Parse(File.ReadAllText(Path.Combine(Root, Call, Name + Expectation))));

    /// <summary>Every field of the value or the fault; the words of a message and what is absent are left out.</summary>
    public static string Describe(NamedAnswer answer) => Pretty(JsonSerializer.SerializeToNode(
        new
        {
            answer.Value,
            Fault = answer.Fault is { } fault ? new { fault.Kind, fault.Code, fault.MayHaveExecuted, fault.RetryAfter } : null,
            answer.LogId,
        },
        Shape));

    private static string Pretty(JsonNode? node) => node!.ToJsonString(Shape);
}
