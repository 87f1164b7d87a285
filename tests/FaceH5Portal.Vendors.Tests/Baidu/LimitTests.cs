using FaceH5Portal.Vendors.Baidu;
using FaceH5Portal.Vendors.Tests.Support;

namespace FaceH5Portal.Vendors.Tests.Baidu;

/// <summary>No call waits without end, and no body is read without end.</summary>
public sealed class LimitTests
{
    private const string ShortTry = "00:00:00.100";
    private const string FaceUrl = "https://bj.bcebos.com/v1/face.jpg";
    private const string FacePath = "/v1/face.jpg";

    public static TheoryData<string> EveryCall => [.. NamedCalls.Commands, .. NamedCalls.Queries];

    [Theory]
    [MemberData(nameof(EveryCall))]
    public async Task A_vendor_that_never_answers_is_given_up(string call)
    {
        using var bench = BaiduBench.WithStub(("QueryTimeout", ShortTry), ("CommandTimeout", ShortTry));
        string path = NamedCalls.PathAndBody(call).Path;
        bench.Stub.PlanSilence(path).PlanSilence(path);

        Assert.Equal(VendorFaultKind.TimedOut, (await NamedCalls.FaultOfAsync(bench, call).WaitAsync(TimeSpan.FromMinutes(1)))?.Kind);
    }

    [Theory]
    [MemberData(nameof(EveryCall))]
    public async Task A_token_endpoint_that_never_answers_is_given_up_and_nothing_executed(string call)
    {
        using var bench = BaiduBench.WithStub(("QueryTimeout", ShortTry));
        bench.Stub.PlanSilence(Paths.Token).PlanSilence(Paths.Token);

        var fault = await NamedCalls.FaultOfAsync(bench, call).WaitAsync(TimeSpan.FromMinutes(1));

        Assert.Equal((VendorFaultKind.TimedOut, false), (fault!.Kind, fault.MayHaveExecuted));
    }

    [Fact]
    public async Task A_file_that_never_comes_is_given_up()
    {
        using var bench = BaiduBench.WithStub(("QueryTimeout", ShortTry));
        bench.Stub.PlanSilence(FacePath).PlanSilence(FacePath);

        var answer = await bench.Client.DownloadAsync(FaceUrl, CancellationToken.None).WaitAsync(TimeSpan.FromMinutes(1));

        Assert.Equal(VendorFaultKind.TimedOut, answer.Fault?.Kind);
    }

    [Fact]
    public async Task The_deadline_ends_a_question_even_between_its_tries()
    {
        using var bench = BaiduBench.WithStub(("QueryTimeout", ShortTry), ("QueryDeadline", "00:00:00.150"), ("RetryDelay", "00:00:05"));
        bench.Stub.PlanSilence(Paths.Stat);

        Assert.Equal(VendorFaultKind.TimedOut, (await NamedCalls.FaultOfAsync(bench, "stat").WaitAsync(TimeSpan.FromMinutes(1)))?.Kind);
        Assert.Single(bench.Stub.CallsTo(Paths.Stat));
    }

    [Theory]
    [MemberData(nameof(EveryCall))]
    public async Task A_body_beyond_its_limit_is_given_up(string call)
    {
        using var bench = BaiduBench.WithStub();
        int most = call == "detail" ? BaiduLimits.MaxDetailBytes : BaiduLimits.MaxAnswerBytes;
        bench.Stub.Plan(NamedCalls.PathAndBody(call).Path, new byte[most + 1]);

        Assert.Equal("too-large", (await NamedCalls.FaultOfAsync(bench, call))?.Code);
    }

    [Theory]
    [MemberData(nameof(EveryCall))]
    public async Task An_access_token_beyond_its_limit_is_given_up(string call)
    {
        using var bench = BaiduBench.WithStub();
        bench.Stub.Plan(Paths.Token, new byte[BaiduLimits.MaxAnswerBytes + 1]);

        var fault = await NamedCalls.FaultOfAsync(bench, call);

        Assert.Equal(("too-large", false), (fault!.Code, fault.MayHaveExecuted));
    }
}
