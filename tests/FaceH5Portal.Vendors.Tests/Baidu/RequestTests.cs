using System.Text.Json;
using FaceH5Portal.Vendors.Baidu;
using FaceH5Portal.Vendors.Tests.Support;

namespace FaceH5Portal.Vendors.Tests.Baidu;

public sealed class RequestTests
{
    [Fact]
    public async Task Generate_sends_the_plan_and_tells_which_app_minted_the_token()
    {
        using var bench = BaiduBench.WithStub();
        bench.Stub.Plan(Paths.Generate, Bodies.Generated);

        var answer = await bench.Client.GenerateAsync("1001", CancellationToken.None);

        Assert.Equal("Yz9rWITm4vak16PBAh5x8oG7", answer.Value?.VerifyToken);
        Assert.Equal("1814798895", answer.LogId);
        Assert.Matches("^[0-9a-f]{12}$", answer.Value!.CredentialId);
        var call = Assert.Single(bench.Stub.CallsTo(Paths.Generate));
        Assert.Equal("""{"plan_id":"1001"}""", call.Body);
        Assert.Equal("application/json", call.ContentType);
        Assert.Equal("?access_token=token-1", call.Url.Query);
        Assert.Equal(HttpMethod.Post, call.Method);
    }

    [Fact]
    public async Task Another_app_has_another_credential_id()
    {
        Assert.Equal(await CredentialIdAsync("one"), await CredentialIdAsync("one"));
        Assert.NotEqual(await CredentialIdAsync("one"), await CredentialIdAsync("two"));
    }

    [Fact]
    public async Task Submit_sends_the_person_and_ignores_the_result()
    {
        using var bench = BaiduBench.WithStub();
        bench.Stub.Plan(Paths.Submit, Bodies.Submitted);

        var answer = await bench.Client.SubmitIdentityAsync("t", new SubmittedIdentity("张三", "11010119900307", 4), CancellationToken.None);

        Assert.True(answer.IsSuccess);
        Assert.Equal("""{"verify_token":"t","id_name":"张三","id_no":"11010119900307","certificate_type":4}""", bench.Stub.CallsTo(Paths.Submit)[0].Body);
    }

    [Fact]
    public async Task Upload_sends_plain_base64_and_only_the_controls_that_are_set()
    {
        using var bench = BaiduBench.WithStub();
        bench.Stub.Plan(Paths.Upload, Bodies.Uploaded);

        var answer = await bench.Client.UploadMatchImageAsync("t", new MatchImage([0xFB, 0xFF, 0xFE], "LOW", null), CancellationToken.None);

        Assert.True(answer.IsSuccess);
        Assert.Equal("""{"verify_token":"t","image":"+//+","quality_control":"LOW"}""", bench.Stub.CallsTo(Paths.Upload)[0].Body);
    }

    [Fact]
    public async Task Simple_gives_the_address_of_the_face()
    {
        using var bench = BaiduBench.WithStub();
        bench.Stub.Plan(Paths.Simple, Bodies.Simple);

        var answer = await bench.Client.GetSimpleAsync("t", CancellationToken.None);

        Assert.Equal("https://brain.baidu.com/solution/faceprint/image/query?verify_token=xxxxxx", answer.Value?.ImageUrl);
    }

    [Theory]
    [InlineData("getall")]
    [InlineData("detail")]
    [InlineData("simple")]
    [InlineData("stat")]
    [InlineData("media")]
    public async Task A_question_names_the_token_and_nothing_else(string query)
    {
        using var bench = BaiduBench.WithStub();
        var (path, body) = NamedCalls.PathAndBody(query);
        bench.Stub.Plan(path, body);

        Assert.Null(await NamedCalls.FaultOfAsync(bench, query));
        Assert.Equal("""{"verify_token":"t"}""", Assert.Single(bench.Stub.CallsTo(path)).Body);
    }

    [Theory]
    [InlineData("""{"success":true,"result":{}}""")]
    [InlineData("""{"success":true,"result":{"verify_token":""}}""")]
    [InlineData("""{"success":true,"result":"Yz9r"}""")]
    public async Task A_grant_without_a_token_is_unreadable_and_may_have_been_minted(string body)
    {
        using var bench = BaiduBench.WithStub();
        bench.Stub.Plan(Paths.Generate, body);

        var answer = await bench.Client.GenerateAsync("1001", CancellationToken.None);

        Assert.Equal((VendorFaultKind.Unreadable, true), (answer.Fault!.Kind, answer.Fault.MayHaveExecuted));
    }

    [Fact]
    public void The_capture_page_gets_its_targets_escaped()
    {
        using var bench = BaiduBench.WithStub(("PageBaseUrl", "https://brain.baidu.com/"));

        var url = bench.Client.CapturePageUrl(
            "a+b&c", new Uri("https://portal.example/r/abc?x=1&y=二#/done"), new Uri("https://portal.example/r/abc?no=1"));

        Assert.Equal(
            "https://brain.baidu.com/face/print/?token=a%2Bb%26c"
            + "&successUrl=https%3A%2F%2Fportal.example%2Fr%2Fabc%3Fx%3D1%26y%3D%25E4%25BA%258C%23%2Fdone"
            + "&failedUrl=https%3A%2F%2Fportal.example%2Fr%2Fabc%3Fno%3D1",
            url.AbsoluteUri);
    }

    [Fact]
    public async Task The_body_is_json_that_any_parser_reads()
    {
        using var bench = BaiduBench.WithStub();
        bench.Stub.Plan(Paths.Submit, Bodies.Submitted);

        await bench.Client.SubmitIdentityAsync("t", new SubmittedIdentity("O'Brien \"<&\\", "1", 0), CancellationToken.None);

        using var sent = JsonDocument.Parse(bench.Stub.CallsTo(Paths.Submit)[0].Body);
        Assert.Equal("O'Brien \"<&\\", sent.RootElement.GetProperty("id_name").GetString());
    }

    private static async Task<string> CredentialIdAsync(string apiKey)
    {
        using var bench = BaiduBench.WithStub(("ApiKey", apiKey));
        bench.Stub.Plan(Paths.Generate, Bodies.Generated);
        return (await bench.Client.GenerateAsync("1001", CancellationToken.None)).Value!.CredentialId;
    }
}
