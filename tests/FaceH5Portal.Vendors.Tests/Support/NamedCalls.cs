using FaceH5Portal.Vendors.Baidu;

namespace FaceH5Portal.Vendors.Tests.Support;

/// <summary>Lets one test speak about several calls by name.</summary>
internal static class NamedCalls
{
    public static (string Path, string Body) PathAndBody(string name) => name switch
    {
        "generate" => (Paths.Generate, Bodies.Generated),
        "submit" => (Paths.Submit, Bodies.Submitted),
        "upload" => (Paths.Upload, Bodies.Uploaded),
        "detail" => (Paths.Detail, Bodies.Detail),
        "simple" => (Paths.Simple, Bodies.Simple),
        _ => (Paths.GetAll, Bodies.GetAll),
    };

    public static async Task<VendorFault?> FaultOfAsync(BaiduBench bench, string name) => name switch
    {
        "generate" => (await bench.Client.GenerateAsync("1001", CancellationToken.None)).Fault,
        "submit" => (await bench.Client.SubmitIdentityAsync("t", new SubmittedIdentity("张三", "1", 0), CancellationToken.None)).Fault,
        "upload" => (await bench.Client.UploadMatchImageAsync("t", new MatchImage([1], null, null), CancellationToken.None)).Fault,
        "detail" => (await bench.Client.GetDetailAsync("t", CancellationToken.None)).Fault,
        "simple" => (await bench.Client.GetSimpleAsync("t", CancellationToken.None)).Fault,
        _ => (await bench.Client.GetAllAsync("t", CancellationToken.None)).Fault,
    };
}
