using FaceH5Portal.Simulation.Tests.Weather;
using FaceH5Portal.Simulation.Tests.Worlds;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Http.Resilience;

namespace FaceH5Portal.Simulation.Tests.Wires;

/// <summary>The cable between portal and sandbox, behind everything the product puts before it.</summary>
internal sealed class Wire(World world, InProcessSandbox sandbox, Forecast forecast) : IHttpMessageHandlerBuilderFilter
{
    private const string CommandClient = "baidu-command";

    public WireLog Log { get; } = new(world);

    public Action<HttpMessageHandlerBuilder> Configure(Action<HttpMessageHandlerBuilder> next) => builder =>
    {
        next(builder);
        for (var at = builder.AdditionalHandlers.Count - 1; at >= 0; at--)
            if (builder.AdditionalHandlers[at] is ResilienceHandler)
                Replace(builder, at);
        builder.PrimaryHandler = new End(this);
    };

    private static void Replace(HttpMessageHandlerBuilder builder, int at)
    {
        builder.AdditionalHandlers.RemoveAt(at);
        // What mints, changes or costs is never sent twice.
        if (builder.Name != CommandClient)
            builder.AdditionalHandlers.Insert(at, new QuickRetry());
    }

    private async Task<HttpResponseMessage> CarryAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var call = await WireCall.OfAsync(request);
        Log.Sent(call);
        var fault = forecast.For(call);
        if (fault is { } kind)
            world.Bites(kind, $"{call.Name} {world.Story.NameOf(call.VerifyToken)}");
        return Breakage.BeforeArrival(fault) ?? Breakage.InPlaceOf(fault) ?? await DeliverAsync(request, call, fault);
    }

    private async Task<HttpResponseMessage> DeliverAsync(HttpRequestMessage request, WireCall call, FaultKind? fault)
    {
        if (fault == FaultKind.DeliveredTwice)
            (await sandbox.SendAsync(request)).Dispose();
        var answer = await sandbox.SendAsync(request);
        Log.Answered(call, answer);
        if (fault is null or FaultKind.DeliveredTwice)
        {
            await Log.ToldAsync(call, answer);
            return answer;
        }
        if (fault == FaultKind.KilledMidCall)
        {
            world.Portal.Kill();
            return answer;
        }
        var spoiled = await Breakage.OnTheWayBackAsync(fault.Value, answer);
        // A wrong address spoils the picture, and not what is told beside it.
        if (fault is FaultKind.AddressStale or FaultKind.AddressPrivate)
            await Log.ToldAsync(call, spoiled);
        return spoiled;
    }

    private sealed class End(Wire wire) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            wire.CarryAsync(request, cancellationToken);
    }
}
