using System.Diagnostics;
using System.Globalization;
using FaceH5Portal.Benchmarks.Stubs;
using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Webhooks.Delivering;
using FaceH5Portal.Core.Webhooks.Endpoints;
using FaceH5Portal.Core.Webhooks.Outbox;
using FaceH5Portal.Vendors.Webhooks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PortalEngine;

namespace FaceH5Portal.Benchmarks.Telling;

/// <summary>
/// The promise: 1,000 deliveries a second from the outbox, each signed, sent over loopback, and stored with what was
/// answered; the receiver, which takes everything, is on the same cores. Fewer at once stand beside it.
/// </summary>
internal static class WebhookSpeed
{
    private const int Sessions = 3_000;
    private const int EventsOfEach = 3;
    private const int RoundCount = 3;
    private const double Promised = 1_000;

    private static readonly int[] AtOnce = [1, EndpointRules.UsualAtOnce, 32];
    private static readonly Actor Administrator = Actor.InRole("benchmark", "Administrator", Role.Administrator);

    // Nothing is asked of the vendor.
    private static readonly Uri Nowhere = new("http://127.0.0.1:9");

    public static async Task<bool> RunAsync()
    {
        var rounds = AtOnce.ToDictionary(atOnce => atOnce, _ => new Rounds());
        // The compiler's first work is nobody's promise, so the first run is not counted.
        _ = await MeasureAsync(EndpointRules.UsualAtOnce);
        for (var round = 0; round < RoundCount; round++)
            foreach (var atOnce in AtOnce)
                rounds[atOnce].Add(await MeasureAsync(atOnce));
        var table = new MarkdownTable("attempts under way at once", "deliveries a second");
        foreach (var atOnce in AtOnce)
            table.Add(atOnce.ToString(CultureInfo.InvariantCulture), rounds[atOnce].Show("0"));
        Console.WriteLine($"{Sessions * EventsOfEach} events of {Sessions} sessions, median (least–most) of {RoundCount} rounds\n{Machine.Description}\n\n{table}");
        return rounds[EndpointRules.UsualAtOnce].Median >= Promised;
    }

    /// <summary>How many are delivered in a second.</summary>
    private static async Task<double> MeasureAsync(int atOnce)
    {
        using var folder = new TemporaryFolder();
        await using var receiver = await ReceiveAsync();
        await using var portal = await Portal.OpenAsync(Nowhere, folder.Path, services => services.AddSingleton(new WebhookReach { ThisMachine = true }));
        var endpoint = (await portal.Get<EndpointDesk>().CreateAsync(
            Administrator, new EndpointTerms { Url = receiver.Urls.Single() + "/hook", AtOnce = atOnce }, CancellationToken.None)).Value.Id;
        await FillAsync(portal, endpoint);
        var start = Stopwatch.GetTimestamp();
        while (await portal.Get<DeliveryPass>().RunAsync(endpoint, CancellationToken.None) > 0) { }
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        await using var db = await portal.Get<PortalStore>().ReadAsync(CancellationToken.None);
        if (await db.Set<WebhookDelivery>().CountAsync(delivery => delivery.State == DeliveryState.Delivered) != Sessions * EventsOfEach)
            throw new BenchmarkException("Not everything was delivered.");
        return Sessions * EventsOfEach / seconds;
    }

    private static async Task<WebApplication> ReceiveAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.Run(async context =>
        {
            await context.Request.Body.CopyToAsync(Stream.Null);
            context.Response.StatusCode = 204;
        });
        await app.StartAsync();
        return app;
    }

    /// <summary>As the feed writes them: of each session the first is due, and the others wait for it.</summary>
    private static async Task FillAsync(Portal portal, Guid endpoint)
    {
        var (entropy, now) = (portal.Get<Entropy>(), TimeProvider.System.GetUtcNow().UtcDateTime);
        foreach (var batch in Enumerable.Range(0, Sessions).Chunk(500))
        {
            var filled = await portal.Get<PortalStore>().WriteAsync<int>(write =>
            {
                foreach (var session in batch.Select(_ => entropy.NewId(TimeProvider.System)))
                    for (var n = 0; n < EventsOfEach; n++)
                    {
                        var message = new WebhookMessage { Id = entropy.NewId(TimeProvider.System), Type = WebhookTypes.All[n], SessionId = session, OccurredAtUtc = now, Body = BodyOf(session) };
                        write.Add(message);
                        write.Add(new WebhookDelivery
                        {
                            EndpointId = endpoint,
                            MessageId = message.Id,
                            Type = message.Type,
                            SessionId = session,
                            CreatedAtUtc = now,
                            DueUtc = n == 0 ? now : null,
                        });
                    }
                return Task.FromResult<Result<int>>(batch.Length);
            }, CancellationToken.None);
            if (!filled.Ok)
                throw new BenchmarkException("The outbox could not be filled.");
        }
    }

    private static string BodyOf(Guid session) =>
        $$$"""{"type":"session.passed","timestamp":"2026-03-01T02:00:00Z","data":{"sessionId":"{{{session}}}","reference":"order-1","status":"passed","outcome":"match","reason":null,"review":"none","harvest":"partial","privacy":"full","attempts":1,"createdAt":"2026-03-01T01:58:00Z","finishedAt":"2026-03-01T02:00:00Z"}}""";
}
