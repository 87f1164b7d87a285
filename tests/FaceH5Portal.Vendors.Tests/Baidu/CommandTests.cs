using System.Net;
using FaceH5Portal.Vendors.Tests.Support;

namespace FaceH5Portal.Vendors.Tests.Baidu;

public sealed class CommandTests
{
    private const string ShortTry = "00:00:00.200";

    public static TheoryData<string> Commands => [.. NamedCalls.Commands];

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task A_command_is_never_repeated_and_its_unclear_end_is_told(string command)
    {
        var (path, _) = NamedCalls.PathAndBody(command);
        Action<VendorStub>[] unclearEnds =
        [
            stub => stub.Plan(path, "<html/>", HttpStatusCode.BadGateway),
            stub => stub.Plan(path, Bodies.Failure("283512"), HttpStatusCode.InternalServerError),
            stub => stub.Plan(path, "not json"),
            stub => stub.PlanSilence(path),
            stub => stub.PlanFailure(path, new HttpRequestException(HttpRequestError.ResponseEnded)),
            stub => stub.PlanFailure(path, new HttpRequestException("reset", new IOException())),
        ];
        foreach (var end in unclearEnds)
        {
            using var bench = BaiduBench.WithStub(("CommandTimeout", ShortTry));
            end(bench.Stub);

            var fault = await NamedCalls.FaultOfAsync(bench, command);

            Assert.True(fault?.MayHaveExecuted, $"{fault}");
            Assert.Single(bench.Stub.CallsTo(path));
        }
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task A_command_that_never_left_did_not_execute(string command)
    {
        var (path, _) = NamedCalls.PathAndBody(command);
        foreach (var error in (HttpRequestError[])[HttpRequestError.ConnectionError, HttpRequestError.NameResolutionError])
        {
            using var bench = BaiduBench.WithStub();
            bench.Stub.PlanFailure(path, new HttpRequestException(error));

            var fault = await NamedCalls.FaultOfAsync(bench, command);

            Assert.Equal((VendorFaultKind.Unreachable, false), (fault!.Kind, fault.MayHaveExecuted));
            Assert.Single(bench.Stub.CallsTo(path));
        }
    }

    [Fact]
    public async Task A_command_the_vendor_refused_did_not_execute()
    {
        using var bench = BaiduBench.WithStub();
        bench.Stub.Plan(Paths.Generate, Bodies.Failure("283435"));

        Assert.False((await NamedCalls.FaultOfAsync(bench, "generate"))!.MayHaveExecuted);
    }
}
