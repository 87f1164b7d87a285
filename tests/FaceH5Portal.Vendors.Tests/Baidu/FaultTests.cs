using System.Net;
using FaceH5Portal.Vendors.Baidu;
using FaceH5Portal.Vendors.Tests.Support;

namespace FaceH5Portal.Vendors.Tests.Baidu;

public sealed class FaultTests
{
    [Fact]
    public async Task The_solutions_own_code_is_a_refusal()
    {
        var answer = await AskAsync(Bodies.Failure("283437", "Token无效或已过期"));

        Assert.Equal((VendorFaultKind.Refused, "283437", false), (answer.Fault!.Kind, answer.Fault.Code, answer.Fault.MayHaveExecuted));
        Assert.Contains("Token无效或已过期", answer.Fault.Message, StringComparison.Ordinal);
        Assert.Equal("9", answer.LogId);
    }

    [Theory]
    [InlineData("""{"error_code":18,"error_msg":"Open api qps request limit reached","log_id":1775075543214005842}""", "1775075543214005842")]
    [InlineData("""{"error_code":"18","error_msg":"Open api qps request limit reached"}""", null)]
    [InlineData("""{"success":false,"error_code":18,"error_msg":"limit"}""", null)]
    public async Task The_gateways_code_is_told_apart_in_every_shape(string body, string? logId)
    {
        var answer = await AskAsync(body);

        Assert.Equal((VendorFaultKind.Gateway, "18"), (answer.Fault!.Kind, answer.Fault.Code));
        Assert.Equal(logId, answer.LogId);
    }

    [Fact]
    public async Task A_solution_code_in_the_gateways_shape_is_still_a_refusal() =>
        Assert.Equal(VendorFaultKind.Refused, (await AskAsync("""{"success":false,"error_code":283400,"error_msg":"plan"}""")).Fault!.Kind);

    [Theory]
    [InlineData("<html><body>502</body></html>", null)]
    [InlineData("", "empty")]
    [InlineData("  ", "empty")]
    [InlineData("""{"success":true,"result":{"verify_cou""", null)]
    [InlineData("[]", null)]
    [InlineData("null", null)]
    [InlineData("\"ok\"", null)]
    [InlineData("""{"success":true,"result":{"verify_count":0},"log_id":"\ud800"}""", null)]
    public async Task What_is_not_an_answer_is_unreadable(string body, string? code)
    {
        var answer = await AskAsync(body);

        Assert.Equal((VendorFaultKind.Unreadable, code), (answer.Fault!.Kind, answer.Fault.Code));
        Assert.Equal(body, answer.RawBody);
    }

    [Fact]
    public async Task An_answer_nested_without_end_is_unreadable()
    {
        string body = $$"""{"success":true,"result":{{string.Concat(Enumerable.Repeat("{\"a\":", 5000))}}1{{new string('}', 5000)}}}""";

        Assert.Equal(VendorFaultKind.Unreadable, (await AskAsync(body)).Fault!.Kind);
    }

    [Fact]
    public async Task A_huge_answer_is_not_read_to_its_end()
    {
        var answer = await AskAsync("{\"success\":true,\"padding\":\"" + new string('x', 9 * 1024 * 1024) + "\"}");

        Assert.Equal((VendorFaultKind.Unreadable, "too-large"), (answer.Fault!.Kind, answer.Fault.Code));
        Assert.Null(answer.RawBody);
    }

    [Theory]
    [InlineData(HttpStatusCode.Forbidden, "http-403")]
    [InlineData(HttpStatusCode.Found, "http-302")]
    public async Task A_bare_status_is_named(HttpStatusCode status, string code)
    {
        using var bench = BaiduBench.WithStub();
        bench.Stub.Plan(Paths.GetAll, "<html/>", status);

        var answer = await bench.Client.GetAllAsync("t", CancellationToken.None);

        Assert.Equal((VendorFaultKind.Unreadable, code), (answer.Fault!.Kind, answer.Fault.Code));
    }

    [Fact]
    public async Task A_success_under_a_failing_status_is_not_believed()
    {
        using var bench = BaiduBench.WithStub();
        bench.Stub.Plan(Paths.GetAll, Bodies.GetAll, HttpStatusCode.NotFound);

        Assert.False((await bench.Client.GetAllAsync("t", CancellationToken.None)).IsSuccess);
    }

    [Theory]
    [InlineData("verify_token Yz9rWITm4vak16PBAh5x8oG7 is dead")]
    [InlineData("see https://aip.baidubce.com/x?access_token=24.abcdef")]
    [InlineData("张三 110101199003070000 不匹配")]
    public async Task A_message_that_quotes_secrets_is_cleaned(string words)
    {
        using var bench = BaiduBench.WithStub();
        bench.Stub.Plan(Paths.Submit, Bodies.Failure("222038", words));

        var answer = await bench.Client.SubmitIdentityAsync("t", new SubmittedIdentity("张三", "110101199003070000", 0), CancellationToken.None);

        foreach (string secret in (string[])["Yz9rWITm4vak16PBAh5x8oG7", "access_token", "张三", "110101199003070000"])
            Assert.DoesNotContain(secret, answer.Fault!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_keys_every_call_is_refused_and_nothing_is_sent()
    {
        using var bench = BaiduBench.WithStub(("ApiKey", " "), ("SecretKey", null));

        var answer = await bench.Client.GenerateAsync("1001", CancellationToken.None);

        Assert.Equal((VendorFaultKind.Refused, "no-credentials", false), (answer.Fault!.Kind, answer.Fault.Code, answer.Fault.MayHaveExecuted));
        Assert.Empty(bench.Stub.Calls);
    }

    private static async Task<VendorAnswer<VerificationRecord>> AskAsync(string body)
    {
        using var bench = BaiduBench.WithStub();
        bench.Stub.Plan(Paths.GetAll, body);
        return await bench.Client.GetAllAsync(BaiduBench.VerifyToken, CancellationToken.None);
    }
}
