using FaceH5Portal.Vendors.Baidu;

namespace FaceH5Portal.Vendors.Tests.Support;

/// <summary>Lets one test speak about several calls by name.</summary>
internal static class NamedCalls
{
    public static readonly string[] Commands = ["generate", "submit", "upload"];

    public static readonly string[] Queries = ["getall", "detail", "simple", "stat", "media"];

    public static (string Path, string Body) PathAndBody(string name) => name switch
    {
        "generate" => (Paths.Generate, Bodies.Generated),
        "submit" => (Paths.Submit, Bodies.Submitted),
        "upload" => (Paths.Upload, Bodies.Uploaded),
        "detail" => (Paths.Detail, Bodies.Detail),
        "simple" => (Paths.Simple, Bodies.Simple),
        "stat" => (Paths.Stat, Bodies.Stat),
        "media" => (Paths.Media, Bodies.Media),
        "getall" => (Paths.GetAll, Bodies.GetAll),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "No such call."),
    };

    /// <summary>Makes a call that goes out and succeeds.</summary>
    public static async Task PassAsync(BaiduBench bench, string name)
    {
        var (path, body) = PathAndBody(name);
        bench.Stub.Plan(path, body);
        Assert.Null(await FaultOfAsync(bench, name));
    }

    /// <summary>Makes a call that meets a limit.</summary>
    public static async Task<VendorFault> MeetAsync(BaiduBench bench, string name, string code)
    {
        bench.Stub.Plan(PathAndBody(name).Path, Bodies.Limit(code));
        return (await FaultOfAsync(bench, name))!;
    }

    /// <summary>Makes a call that is held back, and says why.</summary>
    public static async Task<(VendorFaultKind Kind, string? Code)> HeldAsync(BaiduBench bench, string name) =>
        await FaultOfAsync(bench, name) is { } fault ? (fault.Kind, fault.Code) : default;

    public static async Task<VendorFault?> FaultOfAsync(BaiduBench bench, string name) => (await AnswerAsync(bench, name)).Fault;

    public static Task<NamedAnswer> AnswerAsync(BaiduBench bench, string name) => name switch
    {
        "generate" => PlainAsync(bench.Client.GenerateAsync("1001", CancellationToken.None)),
        "submit" => PlainAsync(bench.Client.SubmitIdentityAsync("t", new SubmittedIdentity("张三", "1", 0), CancellationToken.None)),
        "upload" => PlainAsync(bench.Client.UploadMatchImageAsync("t", new MatchImage([1], null, null), CancellationToken.None)),
        "detail" => PlainAsync(bench.Client.GetDetailAsync("t", CancellationToken.None)),
        "simple" => PlainAsync(bench.Client.GetSimpleAsync("t", CancellationToken.None)),
        "stat" => PlainAsync(bench.Client.GetStatAsync("t", CancellationToken.None)),
        "media" => PlainAsync(bench.Client.GetMediaAsync("t", CancellationToken.None)),
        "getall" => PlainAsync(bench.Client.GetAllAsync("t", CancellationToken.None)),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "No such call."),
    };

    private static async Task<NamedAnswer> PlainAsync<T>(Task<VendorAnswer<T>> call)
        where T : class
    {
        var answer = await call;
        return new NamedAnswer(answer.Value, answer.Fault, answer.LogId, answer.RawBody);
    }
}
