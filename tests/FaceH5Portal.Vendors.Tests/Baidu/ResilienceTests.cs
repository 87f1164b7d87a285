using System.Net;
using FaceH5Portal.Vendors.Tests.Support;

namespace FaceH5Portal.Vendors.Tests.Baidu;

public sealed class ResilienceTests
{
    private const string ShortTry = "00:00:00.200";

    public static TheoryData<string> Queries => [.. NamedCalls.Queries];

    [Theory]
    [MemberData(nameof(Queries))]
    public async Task A_query_is_tried_a_second_time_after_a_server_error(string query)
    {
        using var bench = BaiduBench.WithStub();
        var (path, body) = NamedCalls.PathAndBody(query);
        bench.Stub.Plan(path, "<html/>", HttpStatusCode.BadGateway).Plan(path, body);

        Assert.Null(await NamedCalls.FaultOfAsync(bench, query));
        Assert.Equal(2, bench.Stub.CallsTo(path).Count);
    }

    [Fact]
    public async Task A_query_is_not_tried_a_third_time()
    {
        using var bench = BaiduBench.WithStub();
        bench.Stub.Plan(Paths.GetAll, "", HttpStatusCode.ServiceUnavailable).Plan(Paths.GetAll, "", HttpStatusCode.ServiceUnavailable);

        var fault = await NamedCalls.FaultOfAsync(bench, "getall");

        Assert.Equal((VendorFaultKind.Unreadable, "http-503", false), (fault!.Kind, fault.Code, fault.MayHaveExecuted));
        Assert.Equal(2, bench.Stub.CallsTo(Paths.GetAll).Count);
    }

    [Fact]
    public async Task A_query_that_timed_out_is_tried_a_second_time()
    {
        using var bench = BaiduBench.WithStub(("QueryTimeout", ShortTry));
        bench.Stub.PlanSilence(Paths.GetAll).Plan(Paths.GetAll, Bodies.GetAll);

        Assert.Null(await NamedCalls.FaultOfAsync(bench, "getall"));
    }

    [Fact]
    public async Task A_query_that_is_never_answered_times_out()
    {
        using var bench = BaiduBench.WithStub(("QueryTimeout", ShortTry));
        bench.Stub.PlanSilence(Paths.GetAll).PlanSilence(Paths.GetAll);

        var fault = await NamedCalls.FaultOfAsync(bench, "getall");

        Assert.Equal((VendorFaultKind.TimedOut, false), (fault!.Kind, fault.MayHaveExecuted));
    }

    [Fact]
    public async Task The_breaker_opens_after_many_failures_and_names_itself()
    {
        using var bench = BaiduBench.WithStub();
        var faults = new List<VendorFault?>();
        foreach (int _ in Enumerable.Range(0, 25))
        {
            bench.Stub.Plan(Paths.Generate, "", HttpStatusCode.BadGateway);
            faults.Add(await NamedCalls.FaultOfAsync(bench, "generate"));
        }

        Assert.All(faults.Take(15), fault => Assert.Equal(VendorFaultKind.Unreadable, fault!.Kind));
        Assert.Equal((VendorFaultKind.CircuitOpen, false), (faults[^1]!.Kind, faults[^1]!.MayHaveExecuted));
        Assert.True(bench.Stub.CallsTo(Paths.Generate).Count < 25);
    }

    [Fact]
    public async Task The_callers_own_cancellation_throws()
    {
        using var bench = BaiduBench.WithStub();
        using var cancel = new CancellationTokenSource();
        bench.Stub.Plan(Paths.GetAll, async ct =>
        {
            await cancel.CancelAsync();
            ct.ThrowIfCancellationRequested();
            return VendorStub.Answer(Bodies.GetAll);
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => bench.Client.GetAllAsync("t", cancel.Token));
    }
}
