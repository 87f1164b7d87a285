using FaceH5Portal.Vendors.Baidu;
using FaceH5Portal.Vendors.Tests.Support;

namespace FaceH5Portal.Vendors.Tests.Baidu;

public sealed class SecrecyTests
{
    private const string AccessToken = "24.0123456789abcdef.2592000.1700000000.1-2";
    private const string Name = "张某三";
    private const string Number = "110101199003070000";

    [Fact]
    public async Task Nothing_logged_by_anybody_holds_a_secret_or_a_person()
    {
        using var bench = BaiduBench.WithStub();
        bench.Stub.Plan(Paths.Token, $$"""{"access_token":"{{AccessToken}}","expires_in":2592000}""");
        bench.Stub.Plan(Paths.Token, $$"""{"access_token":"{{AccessToken}}","expires_in":2592000}""");
        bench.Stub.Plan(Paths.Submit, Bodies.Failure("222038", $"{Name} {Number} {BaiduBench.VerifyToken}"));
        bench.Stub.Plan(Paths.GetAll, """{"error_code":110,"error_msg":"no"}""");
        bench.Stub.PlanFailure(Paths.GetAll, new HttpRequestException(HttpRequestError.ResponseEnded));
        bench.Stub.Plan(Paths.GetAll, Bodies.GetAll);
        bench.Stub.Plan("/image/query", [0xFF, 0xD8, 0xFF]);
        bench.Stub.Plan(Paths.Generate, Bodies.Generated);

        await bench.Client.SubmitIdentityAsync(BaiduBench.VerifyToken, new SubmittedIdentity(Name, Number, 0), CancellationToken.None);
        await bench.Client.GetAllAsync(BaiduBench.VerifyToken, CancellationToken.None);
        await bench.Client.GenerateAsync("1001", CancellationToken.None);
        await bench.Client.DownloadAsync($"https://brain.baidu.com/image/query?verify_token={BaiduBench.VerifyToken}", CancellationToken.None);

        Assert.True(bench.Log.Count > 20, bench.Log.Text);
        AssertClean(bench.Log.Text, AccessToken, BaiduBench.VerifyToken, BaiduBench.ApiKey, BaiduBench.SecretKey, Name, Number, "张三");
    }

    [Fact]
    public async Task A_connection_that_breaks_leaks_nothing_either()
    {
        await using var server = new RawServer((_, _) => Task.CompletedTask);
        using var bench = BaiduBench.Against(server.Url);

        await bench.Client.GetAllAsync(BaiduBench.VerifyToken, CancellationToken.None);

        Assert.Contains("HttpRequestException", bench.Log.Text, StringComparison.Ordinal);
        AssertClean(bench.Log.Text, "raw-access-token-0123456789", BaiduBench.VerifyToken, "sandbox-api-key", "sandbox-secret-key");
    }

    [Fact]
    public async Task Printing_an_answer_shows_no_person()
    {
        using var bench = BaiduBench.WithStub();
        bench.Stub.Plan(Paths.GetAll, Bodies.GetAll).Plan(Paths.Detail, Bodies.Detail).Plan(Paths.Generate, Bodies.Generated).Plan(Paths.Simple, Bodies.Simple)
            .Plan(Paths.Media, Bodies.Media);

        var record = await bench.Client.GetAllAsync("t", CancellationToken.None);
        var detail = await bench.Client.GetDetailAsync("t", CancellationToken.None);
        var grant = await bench.Client.GenerateAsync("1001", CancellationToken.None);
        var face = await bench.Client.GetSimpleAsync("t", CancellationToken.None);
        var media = await bench.Client.GetMediaAsync("t", CancellationToken.None);

        string printed = $"{media} {media.Value} {media.Value!.Videos[0]} {record} {record.Value} {record.Value!.Attempts[0]} {record.Value.Attempts[0].Confirmed} {record.Value.Attempts[0].Ocr}"
            + $"{detail} {detail.Value} {grant} {grant.Value} {face} {face.Value} {new SubmittedIdentity(Name, Number, 0)}";
        AssertClean(printed, "张三", "36213219923232X", "柴某", "370000199602165826", BaiduBench.VerifyToken, "xxxxxx", "aa.mp4", Name, Number);
    }

    private static void AssertClean(string text, params string[] secrets)
    {
        foreach (string secret in secrets)
            Assert.DoesNotContain(secret, text, StringComparison.Ordinal);
    }
}
