using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace FaceH5Portal.TestKit;

/// <summary>A business system that hears of sessions over loopback, and answers as the test says: it takes, fails, hangs, redirects or lies.</summary>
public sealed class WebhookReceiver : IAsyncDisposable
{
    // Never sent; it keeps what was not answered from counting as taken.
    private const int NoAnswer = 599;

    private readonly ConcurrentQueue<ReceivedWebhook> received = new();
    private readonly ConcurrentQueue<ReceivedWebhook> taken = new();
    private readonly CancellationTokenSource closing = new();
    private WebApplication? app;

    private WebhookReceiver(Uri address) => Address = address;

    public Uri Address { get; }

    /// <summary>What is done with a request; where nothing is said it is taken.</summary>
    public Func<ReceivedWebhook, HttpContext, CancellationToken, Task> Answer { get; set; } = TakeAsync;

    /// <summary>Every request that came, whatever was answered.</summary>
    public IReadOnlyList<ReceivedWebhook> Received => [.. received];

    /// <summary>Those that were answered with 2xx, in the order of the answers.</summary>
    public IReadOnlyList<ReceivedWebhook> Taken => [.. taken];

    public static async Task<WebhookReceiver> StartAsync()
    {
        var receiver = new WebhookReceiver(new Uri($"http://127.0.0.1:{FreePort.Next()}/hook"));
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(receiver.Address.GetLeftPart(UriPartial.Authority));
        receiver.app = builder.Build();
        receiver.app.Run(receiver.HandleAsync);
        await receiver.app.StartAsync();
        return receiver;
    }

    public static Task TakeAsync(ReceivedWebhook webhook, HttpContext context, CancellationToken cancellationToken) => SayAsync(context, 204);

    public static Task SayAsync(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    }

    /// <summary>No answer, until the other side or the test has had enough.</summary>
    public static async Task HangAsync(HttpContext context, CancellationToken cancellationToken)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, context.RequestAborted);
        var enough = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var ended = either.Token.Register(enough.SetResult);
        await enough.Task;
        Abort(context);
    }

    /// <summary>The connection is gone, and nothing was answered.</summary>
    public static void Abort(HttpContext context)
    {
        context.Response.StatusCode = NoAnswer;
        context.Abort();
    }

    public async ValueTask DisposeAsync()
    {
        await closing.CancelAsync();
        await app!.StopAsync();
        await app.DisposeAsync();
        closing.Dispose();
    }

    private async Task HandleAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var webhook = new ReceivedWebhook(
            context.Request.Path, await reader.ReadToEndAsync(), context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase));
        received.Enqueue(webhook);
        await Answer(webhook, context, closing.Token);
        if (context.Response.StatusCode is >= 200 and < 300)
            taken.Enqueue(webhook);
    }
}
