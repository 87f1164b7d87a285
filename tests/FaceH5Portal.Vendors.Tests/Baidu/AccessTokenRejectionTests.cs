using FaceH5Portal.Vendors.Tests.Support;

namespace FaceH5Portal.Vendors.Tests.Baidu;

public sealed class AccessTokenRejectionTests
{
    private const string Rejected = """{"error_code":110,"error_msg":"Access token invalid or no longer valid"}""";
    private const string Expired = """{"error_code":111,"error_msg":"Access token expired"}""";

    [Theory]
    [InlineData(Rejected)]
    [InlineData(Expired)]
    public async Task A_rejected_token_is_renewed_once_and_the_call_repeated_once(string rejection)
    {
        using var bench = BaiduBench.WithStub();
        bench.Stub.Plan(Paths.Generate, rejection).Plan(Paths.Generate, Bodies.Generated);

        var answer = await bench.Client.GenerateAsync("1001", CancellationToken.None);

        Assert.True(answer.IsSuccess);
        Assert.Equal(["?access_token=token-1", "?access_token=token-2"], bench.Stub.CallsTo(Paths.Generate).Select(call => call.Url.Query));
    }

    [Fact]
    public async Task A_second_rejection_is_the_answer()
    {
        using var bench = BaiduBench.WithStub();
        bench.Stub.Plan(Paths.GetAll, Rejected).Plan(Paths.GetAll, Rejected);

        var answer = await bench.Client.GetAllAsync("t", CancellationToken.None);

        Assert.Equal((VendorFaultKind.Gateway, "110"), (answer.Fault!.Kind, answer.Fault.Code));
        Assert.Equal(2, bench.Stub.CallsTo(Paths.GetAll).Count);
        Assert.Equal(2, bench.Stub.CallsTo(Paths.Token).Count);
    }

    [Fact]
    public async Task Callers_rejected_together_renew_once()
    {
        using var bench = BaiduBench.WithStub();
        var allSent = new TaskCompletionSource();
        int sent = 0;
        foreach (int _ in Enumerable.Range(0, 10))
        {
            bench.Stub.Plan(Paths.GetAll, async _ =>
            {
                if (Interlocked.Increment(ref sent) == 10)
                    allSent.SetResult();
                await allSent.Task;
                return VendorStub.Answer(Rejected);
            });
        }
        foreach (int _ in Enumerable.Range(0, 10))
            bench.Stub.Plan(Paths.GetAll, Bodies.GetAll);

        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => bench.Client.GetAllAsync("t", CancellationToken.None)));

        Assert.All(answers, answer => Assert.True(answer.IsSuccess));
        Assert.Equal(2, bench.Stub.CallsTo(Paths.Token).Count);
    }
}
