using System.Collections.Concurrent;
using FaceH5Portal.Core.Access;
using FaceH5Portal.Web.Security.SignIn;

namespace FaceH5Portal.Web.Logging;

/// <summary>
/// Notes who was refused what. A flood of the same makes a line a minute, with how many there were: the log shall not
/// become what the flood wanted.
/// </summary>
internal sealed partial class RefusedRequests(ILogger<RefusedRequests> logger, TimeProvider time)
{
    private readonly ConcurrentDictionary<(string Code, string Route, string Actor), Tally> tallies = new();

    public void Note(HttpContext context, string code)
    {
        // The route's pattern, never the path: a link's path is its secret.
        var route = (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "";
        var actor = context.Features.Get<Actor>()?.Id ?? SignInClaims.AccountOf(context.User)?.ToString() ?? Actor.Anonymous.Id;
        var minute = time.GetUtcNow().Ticks / TimeSpan.TicksPerMinute;
        if (tallies.GetOrAdd((code, route, actor), _ => new Tally()).Count(minute) is { } unsaid)
            Log.Refused(logger, code, route, actor, unsaid);
    }

    private sealed class Tally
    {
        private readonly Lock gate = new();
        private long minute = long.MinValue;
        private int unsaid;

        /// <summary>How many went unsaid, where it is time for a line; else null.</summary>
        public int? Count(long now)
        {
            lock (gate)
            {
                if (now == minute)
                {
                    unsaid++;
                    return null;
                }
                var before = unsaid;
                (minute, unsaid) = (now, 0);
                return before;
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(36, LogLevel.Warning, "Refused: {Code} at {Route}, asked by {Actor}. {Unsaid} more like it went unsaid before.")]
        public static partial void Refused(ILogger logger, string code, string route, string actor, int unsaid);
    }
}

internal static class RefusedRequestNotes
{
    public static void NoteRefusal(this HttpContext context, string code) => context.RequestServices.GetRequiredService<RefusedRequests>().Note(context, code);
}
