using System.Net;
using FaceH5Portal.Vendors.Tests.Support;

namespace FaceH5Portal.Vendors.Tests.Baidu;

public sealed class AccessTokenTests
{
    [Fact]
    public async Task The_secrets_travel_in_the_body()
    {
        using var bench = BaiduBench.WithStub();

        await AskAsync(bench);

        var call = Assert.Single(bench.Stub.CallsTo(Paths.Token));
        Assert.Empty(call.Url.Query);
        Assert.Equal(HttpMethod.Post, call.Method);
        Assert.Equal($"grant_type=client_credentials&client_id={BaiduBench.ApiKey}&client_secret={BaiduBench.SecretKey}", call.Body);
    }

    [Fact]
    public async Task Fifty_callers_at_once_share_one_token()
    {
        using var bench = BaiduBench.WithStub();
        var gate = new TaskCompletionSource();
        bench.Stub.Plan(Paths.Token, async _ =>
        {
            await gate.Task;
            return VendorStub.Answer("""{"access_token":"shared","expires_in":2592000}""");
        });
        foreach (int _ in Enumerable.Range(0, 50))
            bench.Stub.Plan(Paths.GetAll, Bodies.GetAll);

        using var waiting = new CountdownEvent(50);
        var calls = Enumerable.Range(0, 50).Select(_ => Task.Run(() =>
        {
            var call = bench.Client.GetAllAsync("t", CancellationToken.None);
            waiting.Signal();
            return call;
        })).ToList();
        Assert.True(await Task.Run(() => waiting.Wait(TimeSpan.FromMinutes(1))));
        gate.SetResult();
        var answers = await Task.WhenAll(calls);

        Assert.All(answers, answer => Assert.True(answer.IsSuccess));
        Assert.Single(bench.Stub.CallsTo(Paths.Token));
        Assert.All(bench.Stub.CallsTo(Paths.GetAll), call => Assert.Equal("?access_token=shared", call.Url.Query));
    }

    [Fact]
    public async Task A_token_is_kept_until_four_fifths_of_its_life_are_over()
    {
        using var bench = BaiduBench.WithStub();
        bench.Stub.TokenLife = "1000";

        await AskAsync(bench);
        bench.Clock.Advance(TimeSpan.FromSeconds(799));
        await AskAsync(bench);
        Assert.Single(bench.Stub.CallsTo(Paths.Token));

        bench.Clock.Advance(TimeSpan.FromSeconds(1));
        await AskAsync(bench);

        Assert.Equal(2, bench.Stub.CallsTo(Paths.Token).Count);
        Assert.Equal("?access_token=token-2", bench.Stub.CallsTo(Paths.GetAll)[^1].Url.Query);
    }

    [Fact]
    public async Task A_failure_is_told_and_not_kept()
    {
        using var bench = BaiduBench.WithStub();
        bench.Stub.Plan(Paths.Token, """{"error_description":"unknown client id","error":"invalid_client"}""", HttpStatusCode.Unauthorized);

        var refused = await bench.Client.GetAllAsync("t", CancellationToken.None);
        bool later = await AskAsync(bench);

        Assert.Equal((VendorFaultKind.Refused, "invalid_client"), (refused.Fault!.Kind, refused.Fault.Code));
        Assert.Contains("unknown client id", refused.Fault.Message, StringComparison.Ordinal);
        Assert.True(later);
    }

    [Theory]
    [InlineData("<html/>")]
    [InlineData("{}")]
    [InlineData("""{"access_token":""}""")]
    public async Task An_unreadable_grant_never_lets_a_call_go_out(string body)
    {
        using var bench = BaiduBench.WithStub();
        bench.Stub.Plan(Paths.Token, body);

        var answer = await bench.Client.GenerateAsync("1001", CancellationToken.None);

        Assert.Equal((VendorFaultKind.Unreadable, false), (answer.Fault!.Kind, answer.Fault.MayHaveExecuted));
        Assert.Empty(bench.Stub.CallsTo(Paths.Generate));
    }

    [Fact]
    public async Task A_failed_renewal_leaves_the_living_token_in_use()
    {
        using var bench = BaiduBench.WithStub();
        bench.Stub.TokenLife = "1000";
        await AskAsync(bench);
        bench.Clock.Advance(TimeSpan.FromSeconds(900));
        bench.Stub.Plan(Paths.Token, "<html/>");

        Assert.True(await AskAsync(bench));
        Assert.True(await AskAsync(bench));
        Assert.Equal("?access_token=token-1", bench.Stub.CallsTo(Paths.GetAll)[^1].Url.Query);
        Assert.Equal(2, bench.Stub.CallsTo(Paths.Token).Count);

        bench.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.True(await AskAsync(bench));
        Assert.Equal("?access_token=token-2", bench.Stub.CallsTo(Paths.GetAll)[^1].Url.Query);
    }

    [Fact]
    public async Task A_caller_who_leaves_does_not_spoil_the_token_for_the_others()
    {
        using var bench = BaiduBench.WithStub();
        using var leaving = new CancellationTokenSource();
        var gate = new TaskCompletionSource();
        bench.Stub.Plan(Paths.Token, async ct =>
        {
            await gate.Task.WaitAsync(ct);
            return VendorStub.Answer("""{"access_token":"shared","expires_in":"2592000"}""");
        });
        bench.Stub.Plan(Paths.GetAll, Bodies.GetAll);

        var impatient = bench.Client.GetAllAsync("t", leaving.Token);
        var patient = bench.Client.GetAllAsync("t", CancellationToken.None);
        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => impatient);
        gate.SetResult();

        Assert.True((await patient).IsSuccess);
        Assert.Single(bench.Stub.CallsTo(Paths.Token));
    }

    private static async Task<bool> AskAsync(BaiduBench bench)
    {
        bench.Stub.Plan(Paths.GetAll, Bodies.GetAll);
        return (await bench.Client.GetAllAsync("t", CancellationToken.None)).IsSuccess;
    }
}
