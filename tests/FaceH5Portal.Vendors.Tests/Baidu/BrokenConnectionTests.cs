using System.Net.Sockets;
using FaceH5Portal.Vendors.Tests.Support;

namespace FaceH5Portal.Vendors.Tests.Baidu;

/// <summary>Over real sockets, for only they show which exception a broken connection becomes.</summary>
public sealed class BrokenConnectionTests
{
    [Fact]
    public async Task Nobody_listening_is_unreachable_and_nothing_executed()
    {
        using var bench = BaiduBench.Against(RawServer.UnusedUrl());

        var answer = await bench.Client.GenerateAsync("1001", CancellationToken.None);

        Assert.Equal((VendorFaultKind.Unreachable, false), (answer.Fault!.Kind, answer.Fault.MayHaveExecuted));
    }

    [Fact]
    public async Task A_command_whose_connection_is_reset_may_have_executed_and_is_sent_once()
    {
        await using var server = new RawServer((socket, _) =>
        {
            socket.LingerState = new LingerOption(true, 0);
            return Task.CompletedTask;
        });
        using var bench = BaiduBench.Against(server.Url);

        var answer = await bench.Client.GenerateAsync("1001", CancellationToken.None);

        Assert.Equal((VendorFaultKind.Unreachable, true), (answer.Fault!.Kind, answer.Fault.MayHaveExecuted));
        Assert.Equal(1, server.Requests);
    }

    [Fact]
    public async Task A_command_whose_answer_breaks_off_may_have_executed_and_is_sent_once()
    {
        await using var server = new RawServer((socket, ct) =>
            RawServer.SendAsync(socket, "HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n{\"success\":true,", ct));
        using var bench = BaiduBench.Against(server.Url);

        var answer = await bench.Client.GenerateAsync("1001", CancellationToken.None);

        Assert.Equal((VendorFaultKind.Unreachable, true), (answer.Fault!.Kind, answer.Fault.MayHaveExecuted));
        Assert.Equal(1, server.Requests);
    }

    [Fact]
    public async Task A_query_whose_answer_breaks_off_is_tried_a_second_time()
    {
        await using var server = new RawServer((socket, ct) =>
            RawServer.SendAsync(socket, "HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n{\"success\":true,", ct));
        using var bench = BaiduBench.Against(server.Url);

        var answer = await bench.Client.GetAllAsync("t", CancellationToken.None);

        Assert.Equal(VendorFaultKind.Unreachable, answer.Fault!.Kind);
        Assert.Equal(2, server.Requests);
    }

    [Fact]
    public async Task A_body_that_stalls_runs_into_the_time_out()
    {
        await using var server = new RawServer(async (socket, ct) =>
        {
            await RawServer.SendAsync(socket, "HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n{", ct);
            await Task.Delay(Timeout.InfiniteTimeSpan, ct);
        });
        using var bench = BaiduBench.Against(server.Url, null, ("CommandTimeout", "00:00:00.300"));

        var answer = await bench.Client.GenerateAsync("1001", CancellationToken.None).WaitAsync(TimeSpan.FromMinutes(1));

        Assert.Equal((VendorFaultKind.TimedOut, true), (answer.Fault!.Kind, answer.Fault.MayHaveExecuted));
    }

    [Fact]
    public async Task A_command_is_never_redirected()
    {
        await using var server = new RawServer((socket, ct) =>
            RawServer.SendAsync(socket, "HTTP/1.1 307 Temporary Redirect\r\nLocation: /elsewhere\r\nContent-Length: 0\r\nConnection: close\r\n\r\n", ct));
        using var bench = BaiduBench.Against(server.Url);

        var answer = await bench.Client.GenerateAsync("1001", CancellationToken.None);

        Assert.Equal("http-307", answer.Fault?.Code);
        Assert.Equal(1, server.Requests);
    }
}
