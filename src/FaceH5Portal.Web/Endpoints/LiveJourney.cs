using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Sessions;
using FaceH5Portal.Core.Sessions.Journey;
using FaceH5Portal.Web.Display;
using FaceH5Portal.Web.Security;

namespace FaceH5Portal.Web.Endpoints;

/// <summary>Tells the person's page that there is something newer than what it shows; the page then comes again.</summary>
internal static class LiveJourney
{
    // Proxies cut a line that is silent for long.
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(20);

    public static void MapLiveJourney(this WebApplication app) =>
        app.MapGet(PortalRoutes.LivePattern, (
            int seen, HttpContext context, VisitCookie visit, EndUserJourney journey, CommitFeed feed, IHostApplicationLifetime life) =>
        {
            if (visit.Read(context) is not { } session)
                return Results.NotFound();
            return Results.ServerSentEvents(WatchAsync(session, seen, journey, feed, life.ApplicationStopping, context.RequestAborted));
        });

    private static async IAsyncEnumerable<SseItem<string>> WatchAsync(
        Guid session, int seen, EndUserJourney journey, CommitFeed feed, CancellationToken stopping,
        [EnumeratorCancellation] CancellationToken gone)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(stopping, gone);
        var news = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
        using var subscription = feed.Subscribe(change =>
        {
            if (change.Topic == SessionJournal.Topic && change.Id == session)
                news.Writer.TryWrite(true);
        });
        // The first bytes tell the browser, and whatever stands between, that the line is open.
        yield return new SseItem<string>("", "open");
        while (!end.IsCancellationRequested)
        {
            // Read to its end, for it is short: cut off, it would look like a fault of the line.
            if (await journey.ViewAsync(session, CancellationToken.None) is not { Ok: true } found || found.Value.Version != seen)
            {
                yield return new SseItem<string>("", "changed");
                yield break;
            }
            if (!await HeardAsync(news.Reader, end.Token))
                yield return new SseItem<string>("", "beat");
        }
    }

    /// <summary>False when nothing came within a beat.</summary>
    private static async Task<bool> HeardAsync(ChannelReader<bool> news, CancellationToken end)
    {
        using var beat = CancellationTokenSource.CreateLinkedTokenSource(end);
        beat.CancelAfter(Beat);
        try
        {
            await news.ReadAsync(beat.Token);
            return true;
        }
        catch (OperationCanceledException)
        {
            // Either nothing happened, or nobody listens any more; the loop tells them apart.
            return false;
        }
    }
}
