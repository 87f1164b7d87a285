using System.Net;
using FaceH5Portal.Vendors.Tests.Support;
using FaceH5Portal.Vendors.Webhooks;
using Microsoft.Extensions.Time.Testing;

namespace FaceH5Portal.Vendors.Tests.Webhooks;

/// <summary>One attempt, against receivers of every kind.</summary>
public sealed class WebhookSenderTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 2, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(200, true)]
    [InlineData(202, true)]
    [InlineData(299, true)]
    [InlineData(301, false)]
    [InlineData(400, false)]
    [InlineData(410, false)]
    [InlineData(500, false)]
    public async Task Every_2xx_is_taken_and_nothing_else(int status, bool taken)
    {
        await using var server = Saying($"HTTP/1.1 {status} X\r\nContent-Length: 2\r\n\r\nok");
        var reply = await SendAsync(server.Url);
        Assert.Equal((status, taken, status == 410, "ok", false), (reply.Status!.Value, reply.IsTaken, reply.IsGone, reply.Body, reply.IsCut));
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        await using var inner = Saying("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
        await using var server = Saying($"HTTP/1.1 307 Go\r\nLocation: {inner.Url}\r\nContent-Length: 0\r\n\r\n");
        var reply = await SendAsync(server.Url);
        Assert.Equal((307, false), (reply.Status!.Value, reply.IsTaken));
        Assert.Equal(0, inner.Requests);
    }

    [Fact]
    public async Task A_receiver_that_says_nothing_is_left()
    {
        await using var server = new RawServer((_, ct) => Task.Delay(Timeout.Infinite, ct));
        Assert.Equal(WebhookFault.TimedOut, (await SendAsync(server.Url, patience: 0.3)).Fault);
    }

    [Fact]
    public async Task What_comes_after_the_status_changes_nothing_and_is_cut()
    {
        await using var huge = Saying($"HTTP/1.1 200 OK\r\nContent-Length: 9000\r\n\r\n{new string('a', 9000)}");
        var reply = await SendAsync(huge.Url);
        Assert.Equal((200, WebhookSender.MostAnswerBytes, true), (reply.Status!.Value, reply.Body.Length, reply.IsCut));
        await using var slow = new RawServer(async (socket, ct) =>
        {
            await RawServer.SendAsync(socket, "HTTP/1.1 200 OK\r\nContent-Length: 9000\r\n\r\nbeginning", ct);
            await Task.Delay(Timeout.Infinite, ct);
        });
        reply = await SendAsync(slow.Url, patience: 2);
        Assert.Equal((200, "beginning", true), (reply.Status!.Value, reply.Body, reply.IsCut));
        await using var broken = Saying("HTTP/1.1 500 No\r\nContent-Length: 9000\r\n\r\nend");
        reply = await SendAsync(broken.Url);
        Assert.Equal((500, "end", true), (reply.Status!.Value, reply.Body, reply.IsCut));
    }

    [Fact]
    public async Task What_is_no_http_is_told_as_such()
    {
        await using var server = Saying("220 mail.example ESMTP\r\n");
        Assert.Equal(WebhookFault.Unreadable, (await SendAsync(server.Url)).Fault);
        await using var headers = Saying($"HTTP/1.1 200 OK\r\nX-Long: {new string('x', 40_000)}\r\n\r\n");
        Assert.Equal(WebhookFault.Unreadable, (await SendAsync(headers.Url)).Fault);
    }

    [Fact]
    public async Task Where_nobody_listens_there_is_no_connection() =>
        Assert.Equal(WebhookFault.Unreachable, (await SendAsync(RawServer.UnusedUrl())).Fault);

    [Fact]
    public async Task A_name_that_leads_inside_is_refused_without_a_connection()
    {
        await using var server = Saying("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
        using var sender = new WebhookSender(new WebhookReach { ThisMachine = true }, TimeProvider.System, (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Loopback]));
        var reply = await sender.SendAsync(CallTo($"http://crm.example:{new Uri(server.Url).Port}/"), CancellationToken.None);
        Assert.Equal((WebhookFault.AddressRefused, 0), (reply.Fault, server.Requests));
    }

    [Theory]
    [InlineData("120", 120)]
    [InlineData("Sun, 01 Mar 2026 02:01:00 GMT", 60)]
    public async Task How_long_the_receiver_wants_to_be_left_alone_is_read(string header, int seconds)
    {
        await using var server = Saying($"HTTP/1.1 503 Busy\r\nRetry-After: {header}\r\nContent-Length: 0\r\n\r\n");
        Assert.Equal(TimeSpan.FromSeconds(seconds), (await SendAsync(server.Url)).RetryAfter);
    }

    [Fact]
    public async Task Whoever_waits_no_longer_is_the_only_one_to_throw()
    {
        var arrived = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var server = new RawServer((_, ct) =>
        {
            arrived.SetResult();
            return Task.Delay(Timeout.Infinite, ct);
        });
        using var sender = SenderOf(15);
        using var stop = new CancellationTokenSource();
        var sending = sender.SendAsync(CallTo(server.Url), stop.Token);
        await arrived.Task;
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sending);
    }

    private static RawServer Saying(string answer) => new((socket, ct) => RawServer.SendAsync(socket, answer, ct));

    private static async Task<WebhookReply> SendAsync(string url, double patience = 15)
    {
        using var sender = SenderOf(patience);
        return await sender.SendAsync(CallTo(url), CancellationToken.None);
    }

    private static WebhookSender SenderOf(double patience) =>
        new(new WebhookReach { ThisMachine = true }, new FakeTimeProvider(Now)) { Patience = TimeSpan.FromSeconds(patience) };

    private static WebhookCall CallTo(string url) => new(new Uri(url), "msg_1", Now, "{}"u8.ToArray(), [new WebhookSecret(new byte[32])]);
}
