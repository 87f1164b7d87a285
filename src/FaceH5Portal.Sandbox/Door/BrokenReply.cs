using System.Text;
using FaceH5Portal.Sandbox.Codes;
using FaceH5Portal.Sandbox.Faceprint;

namespace FaceH5Portal.Sandbox.Door;

/// <summary>Spoils an answer the way its fault says.</summary>
/// <param name="fault">What is to go wrong.</param>
/// <param name="reply">The true answer where the vendor did its work.</param>
/// <param name="failure">An error code in the shape of the vendor that was called.</param>
internal sealed class BrokenReply(Fault fault, Reply? reply, Func<int, Reply> failure)
{
    private const string Json = "application/json";
    private const int HugeBytes = 64 * 1024 * 1024;
    private const int DeepLevels = 100_000;

    public static Reply BaiduFailure(int code) => ApiCode.IsGateway(code)
        ? FaceprintAnswer.Gateway(code).ToReply(Profile.VendorProfile.Default)
        : FaceprintAnswer.Failure(code).ToReply(Profile.VendorProfile.Default);

    public Task SendAsync(HttpContext context, CancellationToken stopping) => fault.Kind switch
    {
        "timeout" => HoldAsync(context, stopping),
        "reset" => Abort(context),
        "slow" => DripAsync(context, stopping),
        "truncated" => TruncateAsync(context),
        "huge" => FloodAsync(context),
        _ => Substitute().SendAsync(context),
    };

    private Reply True => reply ?? failure(ApiCode.ServiceFault);

    private Reply Substitute() => fault.Kind switch
    {
        "http500" => Text(StatusCodes.Status500InternalServerError, "text/html", "<html><body><h1>500 Internal Server Error</h1></body></html>"),
        "html" => Text(StatusCodes.Status200OK, "text/html", "<html><body><h1>Service is being maintained</h1></body></html>"),
        "empty" => Text(StatusCodes.Status200OK, Json, ""),
        "malformed" => True with { Body = True.Body[..^1] },
        "deep" => Text(StatusCodes.Status200OK, Json, new string('[', DeepLevels) + new string(']', DeepLevels)),
        "zerobytes" => Text(StatusCodes.Status200OK, fault.Path == VendorPath.Media ? "video/webm" : "image/jpeg", ""),
        "expired" => Media.MediaReply.NoSuchKey(),
        _ => failure(fault.ErrorCode!.Value),
    };

    private static Reply Text(int status, string type, string body) => new(status, type, Encoding.UTF8.GetBytes(body), Reply.Success);

    private static Task Abort(HttpContext context)
    {
        context.Abort();
        return Task.CompletedTask;
    }

    private static async Task HoldAsync(HttpContext context, CancellationToken stopping)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
        var held = new TaskCompletionSource();
        await using var release = end.Token.Register(held.SetResult);
        await held.Task;
        context.Abort();
    }

    private async Task DripAsync(HttpContext context, CancellationToken stopping)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
        True.Begin(context.Response);
        using var beat = new PeriodicTimer(TimeSpan.FromSeconds(1));
        try
        {
            for (var sent = 0; sent < True.Body.Length; sent++)
            {
                await context.Response.Body.WriteAsync(True.Body.AsMemory(sent, 1), end.Token);
                await context.Response.Body.FlushAsync(end.Token);
                await beat.WaitForNextTickAsync(end.Token);
            }
        }
        catch (OperationCanceledException)
        {
            // The client gave up, which is what a slow answer is there to bring about.
            context.Abort();
        }
    }

    private async Task TruncateAsync(HttpContext context)
    {
        True.Begin(context.Response);
        await context.Response.Body.WriteAsync(True.Body.AsMemory(0, True.Body.Length / 2), context.RequestAborted);
        await context.Response.Body.FlushAsync(context.RequestAborted);
        context.Abort();
    }

    private static async Task FloodAsync(HttpContext context)
    {
        context.Response.ContentType = Json;
        var block = new byte[64 * 1024];
        block.AsSpan().Fill((byte)' ');
        for (var sent = 0; sent < HugeBytes && !context.RequestAborted.IsCancellationRequested; sent += block.Length)
            await context.Response.Body.WriteAsync(block, context.RequestAborted);
    }
}
