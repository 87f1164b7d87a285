namespace FaceH5Portal.Benchmarks.Calls;

/// <summary>One of the calls an integration lives on.</summary>
/// <param name="Name">Its path below the vendor's root.</param>
/// <param name="OnFinished">Whether it asks about a verification that is over.</param>
/// <param name="Body">What is sent about a verify_token.</param>
internal sealed record CallKind(string Name, bool OnFinished, Func<string, string> Body)
{
    public static readonly CallKind Generate = new("verifyToken/generate", false, _ => """{"plan_id":"1001"}""");

    public static readonly CallKind Submit = new("idcard/submit", false, token =>
        $$"""{"verify_token":"{{token}}","id_name":"张三","id_no":"110101199003070011","certificate_type":"0"}""");

    public static readonly IReadOnlyList<CallKind> All =
    [
        Generate,
        Submit,
        new("result/getall", true, About),
        new("result/detail", true, About),
        new("result/stat", true, About),
    ];

    public static string About(string token) => $$"""{"verify_token":"{{token}}"}""";
}
