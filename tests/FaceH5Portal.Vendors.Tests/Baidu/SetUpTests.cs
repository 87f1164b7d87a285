using System.Net;
using FaceH5Portal.Vendors.Tests.Support;

namespace FaceH5Portal.Vendors.Tests.Baidu;

public sealed class SetUpTests
{
    [Theory]
    [InlineData(",\"scope\":\"public brain_solution_faceprint brain_all_scope\"", true)]
    [InlineData(",\"scope\":\"public brain_all_scope\"", false)]
    [InlineData(",\"scope\":\"public brain_solution_faceprint_like\"", false)]
    [InlineData(",\"scope\":\"\"", null)]
    [InlineData("", null)]
    public async Task The_permissions_of_the_app_are_read_off_its_access_token(string scope, bool? mayVerify)
    {
        using var bench = BaiduBench.WithStub();
        bench.Stub.Plan(Paths.Token, $$"""{"access_token":"t","expires_in":2592000{{scope}}}""");
        var app = (await bench.SetUp.CheckAppAsync(CancellationToken.None)).Value!;
        Assert.Equal((bench.Client.CredentialId, mayVerify), (app.CredentialId, app.MayVerify));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(90)]
    [InlineData(-3600)]
    public async Task The_clocks_are_compared_by_the_date_of_the_answer(int aheadSeconds)
    {
        using var bench = BaiduBench.WithStub();
        bench.Stub.Plan(Paths.Token, _ =>
        {
            // The question takes four seconds, and the vendor reads its clock in the middle.
            bench.Clock.Advance(TimeSpan.FromSeconds(4));
            var answer = VendorStub.Answer("""{"access_token":"t","expires_in":2592000}""");
            answer.Headers.Date = bench.Clock.GetUtcNow() - TimeSpan.FromSeconds(2 + aheadSeconds);
            return Task.FromResult(answer);
        });
        Assert.Equal(TimeSpan.FromSeconds(aheadSeconds), (await bench.SetUp.CheckAppAsync(CancellationToken.None)).Value!.ClockAhead);
    }

    [Fact]
    public async Task A_vendor_that_names_no_time_leaves_the_clock_unjudged()
    {
        using var bench = BaiduBench.WithStub();
        Assert.Null((await bench.SetUp.CheckAppAsync(CancellationToken.None)).Value!.ClockAhead);
    }

    [Fact]
    public async Task Each_check_asks_anew_and_leaves_the_token_in_use_alone()
    {
        using var bench = BaiduBench.WithStub();
        bench.Stub.Plan(Paths.GetAll, Bodies.GetAll).Plan(Paths.GetAll, Bodies.GetAll);
        await bench.Client.GetAllAsync("t", CancellationToken.None);
        await bench.SetUp.CheckAppAsync(CancellationToken.None);
        await bench.Client.GetAllAsync("t", CancellationToken.None);
        Assert.Equal(2, bench.Stub.CallsTo(Paths.Token).Count);
        Assert.All(bench.Stub.CallsTo(Paths.GetAll), call => Assert.Equal("?access_token=token-1", call.Url.Query));
    }

    [Fact]
    public async Task Keys_that_are_missing_wrong_or_out_of_reach_are_told_apart()
    {
        using var none = BaiduBench.WithStub(("ApiKey", null));
        Assert.Equal("no-credentials", (await none.SetUp.CheckAppAsync(CancellationToken.None)).Fault!.Code);
        Assert.Empty(none.Stub.Calls);

        using var wrong = BaiduBench.WithStub();
        wrong.Stub.Plan(Paths.Token, """{"error_description":"Client authentication failed","error":"invalid_client"}""", HttpStatusCode.Unauthorized);
        var refused = (await wrong.SetUp.CheckAppAsync(CancellationToken.None)).Fault!;
        Assert.Equal((VendorFaultKind.Refused, "invalid_client"), (refused.Kind, refused.Code));

        using var away = BaiduBench.WithStub();
        away.Stub.PlanFailure(Paths.Token, new HttpRequestException(HttpRequestError.ConnectionError)).PlanFailure(Paths.Token, new HttpRequestException(HttpRequestError.ConnectionError));
        Assert.Equal(VendorFaultKind.Unreachable, (await away.SetUp.CheckAppAsync(CancellationToken.None)).Fault!.Kind);
    }

    [Fact]
    public async Task The_sandbox_agrees_on_permission_and_time_however_far_its_clock_was_moved()
    {
        await using var sandbox = await LiveSandbox.StartAsync();
        sandbox.Clock.Advance(TimeSpan.FromDays(9));
        using var bench = BaiduBench.Against(sandbox.Url, sandbox.Clock);
        var app = (await bench.SetUp.CheckAppAsync(CancellationToken.None)).Value!;
        Assert.True(app.MayVerify);
        Assert.InRange(app.ClockAhead!.Value, TimeSpan.FromMinutes(-1), TimeSpan.FromMinutes(1));
        bench.UseApp("sandbox-no-h5-api-key", "sandbox-no-h5-secret-key");
        Assert.False((await bench.SetUp.CheckAppAsync(CancellationToken.None)).Value!.MayVerify);
    }
}
