using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;

namespace FaceH5Portal.TestKit;

/// <summary>A span as a collector has it.</summary>
/// <param name="Service">Which service says so.</param>
/// <param name="Name">What was done.</param>
/// <param name="TraceId">Hexadecimal, as are the other ids.</param>
/// <param name="SpanId">Its own.</param>
/// <param name="ParentId">That of the span it is part of.</param>
/// <param name="LinkedTraces">Other traces that it names.</param>
public sealed record OtlpSpan(string Service, string Name, string TraceId, string SpanId, string ParentId, IReadOnlyList<string> LinkedTraces);

/// <summary>A collector of OpenTelemetry on loopback that takes traces over gRPC and reads them by the protocol alone (opentelemetry-proto, trace/v1).</summary>
public sealed class OtlpCollector : IAsyncDisposable
{
    // A frame that is not compressed, with an empty message: all was taken.
    private static readonly byte[] Taken = [0, 0, 0, 0, 0];

    // Catches a portal that never tells anything, on however slow a machine.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly ConcurrentQueue<byte[]> requests = new();
    private readonly Channel<bool> arrivals = Channel.CreateUnbounded<bool>();
    private readonly WebApplication app;

    private OtlpCollector(Uri address)
    {
        Address = address;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, address.Port, listen => listen.Protocols = HttpProtocols.Http2));
        app = builder.Build();
        app.MapPost("/opentelemetry.proto.collector.trace.v1.TraceService/Export", TakeAsync);
    }

    public Uri Address { get; }

    public IReadOnlyList<OtlpSpan> Spans => [.. requests.SelectMany(request => ProtoMessage.InStream(request)).SelectMany(SpansOf)];

    /// <summary>Everything that was sent, as text: what is in a message in letters is in it here.</summary>
    public string Everything => string.Join('\n', requests.Select(Encoding.UTF8.GetString));

    public static async Task<OtlpCollector> StartAsync()
    {
        var collector = new OtlpCollector(new Uri($"http://127.0.0.1:{FreePort.Next()}"));
        await collector.app.StartAsync();
        return collector;
    }

    /// <summary>Waits for as many more requests as it takes.</summary>
    public async Task UntilAsync(Func<IReadOnlyList<OtlpSpan>, bool> enough)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (!enough(Spans))
            await arrivals.Reader.ReadAsync(patience.Token);
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
    }

    private async Task TakeAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        requests.Enqueue(body.ToArray());
        context.Response.ContentType = "application/grpc";
        await context.Response.Body.WriteAsync(Taken);
        context.Response.AppendTrailer("grpc-status", "0");
        arrivals.Writer.TryWrite(true);
    }

    /// <summary>ExportTraceServiceRequest: resource_spans 1, each with resource 1 and scope_spans 2, each of these with spans 2.</summary>
    private static IEnumerable<OtlpSpan> SpansOf(ProtoMessage request) =>
        from resource in request.Messages(1)
        let service = resource.Messages(1).SelectMany(known => known.Messages(1)).Where(entry => entry.Text(1) == "service.name").Select(entry => entry.Messages(2).Single().Text(1)).SingleOrDefault("")
        from scope in resource.Messages(2)
        from span in scope.Messages(2)
        select new OtlpSpan(service, span.Text(5), span.Hex(1), span.Hex(2), span.Hex(4), [.. span.Messages(13).Select(link => link.Hex(1))]);
}
