using System.Net;
using System.Net.Sockets;
using FaceH5Portal.Vendors.Photos;
using FaceH5Portal.Vendors.Tests.Support;

namespace FaceH5Portal.Vendors.Tests.Photos;

/// <summary>A check costs money: it is sent once, and an end that nobody knows is told as such.</summary>
public sealed class UnknownEndTests
{
    public static TheoryData<PhotoVendor> Vendors => [.. Enum.GetValues<PhotoVendor>()];

    [Theory]
    [MemberData(nameof(Vendors))]
    public async Task A_connection_reset_after_sending_is_an_unknown_end(PhotoVendor vendor)
    {
        await using var server = new RawServer((socket, _) =>
        {
            socket.LingerState = new LingerOption(true, 0);
            return Task.CompletedTask;
        });
        using var bench = PhotoBench.Against(server.Url);
        IsUnknown(await bench.CheckAsync(vendor), "connection-broke");
        Assert.Equal(1, server.Requests);
        Assert.Equal((1, 1), bench.Calls.Since(DateTimeOffset.MinValue) is var told ? (told.Calls, told.Failed) : default);
    }

    [Theory]
    [MemberData(nameof(Vendors))]
    public async Task An_answer_that_breaks_off_is_an_unknown_end(PhotoVendor vendor)
    {
        await using var server = new RawServer((socket, ct) =>
            RawServer.SendAsync(socket, "HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n{\"error_code\":0,", ct));
        using var bench = PhotoBench.Against(server.Url);
        IsUnknown(await bench.CheckAsync(vendor), "connection-broke");
        Assert.Equal(1, server.Requests);
    }

    [Theory]
    [MemberData(nameof(Vendors))]
    public async Task No_answer_in_time_is_an_unknown_end(PhotoVendor vendor)
    {
        const string Patience = "00:00:01";
        await using var server = new RawServer((_, ct) => Task.Delay(Timeout.InfiniteTimeSpan, ct));
        using var bench = PhotoBench.Against(
            server.Url, null, ("Juhe:CheckTimeout", Patience), ("Tencent:CheckTimeout", Patience), ("Linkface:CheckTimeout", Patience));
        IsUnknown(await bench.CheckAsync(vendor), "timed-out");
        Assert.Equal(1, server.Requests);
    }

    [Theory]
    [MemberData(nameof(Vendors))]
    public async Task Nobody_listening_costs_nothing(PhotoVendor vendor)
    {
        using var bench = PhotoBench.Against(RawServer.UnusedUrl());
        var result = await bench.CheckAsync(vendor);
        Assert.Equal(("unreachable", false, VendorCharged.No, VendorRetryWith.SameRequest), (result.Code, result.EndUnknown, result.Charged, result.RetryWith));
        Assert.False(result.WasSent);
    }

    [Theory]
    [InlineData(HttpStatusCode.InternalServerError, "http-500", true)]
    [InlineData(HttpStatusCode.BadGateway, "http-502", true)]
    [InlineData(HttpStatusCode.TooManyRequests, "http-429", false)]
    public async Task A_bare_status_says_what_it_can(HttpStatusCode status, string code, bool unknown)
    {
        using var bench = PhotoBench.WithStub();
        bench.Stub.Plan(PhotoBench.PathOf(PhotoVendor.Juhe), "<html></html>", status);
        var result = await bench.CheckAsync(PhotoVendor.Juhe);
        Assert.Equal((code, unknown, unknown ? VendorCharged.Unknown : VendorCharged.No), (result.Code, result.EndUnknown, result.Charged));
    }

    private static void IsUnknown(PhotoCheckResult result, string code) => Assert.Equal(
        (PhotoOutcome.ProviderError, code, true, VendorCharged.Unknown, VendorRetryWith.Never),
        (result.Outcome, result.Code, result.EndUnknown, result.Charged, result.RetryWith));
}
