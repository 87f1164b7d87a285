using FaceH5Portal.Core.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace FaceH5Portal.Core.Alarming.Telling;

/// <summary>Sends what is due, all of one kind and receiver in one message. What is not taken is sent again, for three days.</summary>
public sealed partial class NoticeSender(
    PortalStore store, IEnumerable<IAlarmChannel> channels, AlarmSettings settings, TimeProvider clock, ILogger<NoticeSender> logger)
{
    public const string TimedOut = "timed-out";
    public const string Broken = "internal";

    private const int AtOnce = 200;

    private static readonly TimeSpan Longest = TimeSpan.FromDays(3);
    private static readonly TimeSpan[] Waits = [.. new[] { 1, 5, 15, 60, 240 }.Select(minutes => TimeSpan.FromMinutes(minutes))];

    private readonly IReadOnlyList<IAlarmChannel> known = [.. channels];

    internal IEnumerable<string> Channels => known.Select(channel => channel.Name);

    /// <summary>Each channel by itself and at the same time: one that hangs does not hold up another.</summary>
    public Task SendDueAsync(CancellationToken cancellationToken) =>
        Task.WhenAll(known.Select(channel => SendDueAsync(channel, cancellationToken)));

    /// <summary>What the database cannot keep is told at once or not at all.</summary>
    internal Task TellAsync(AlarmReport report, CancellationToken cancellationToken) =>
        Task.WhenAll(known.Select(channel => TrySendAsync(channel, report, cancellationToken)));

    private async Task SendDueAsync(IAlarmChannel channel, CancellationToken cancellationToken)
    {
        foreach (var message in await DueAsync(channel, cancellationToken))
        {
            var lines = await LinesAsync(message[0], message, cancellationToken);
            var report = new AlarmReport(message[0].Id, message[0].Kind, message[0].CreatedAtUtc, lines, message[0].Owner);
            var fault = lines.Count == 0 ? null : await TrySendAsync(channel, report, cancellationToken);
            await NoteAsync([.. message.Select(notice => notice.Id)], fault, cancellationToken);
            // The others would fail in the same way, each after a wait.
            if (fault is not null)
                return;
        }
    }

    private async Task<List<List<AlarmNotice>>> DueAsync(IAlarmChannel channel, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        await using var db = await store.ReadAsync(cancellationToken);
        var due = await db.Set<AlarmNotice>().AsNoTracking().Where(notice => notice.DueUtc <= now && notice.Channel == channel.Name)
            .OrderBy(notice => notice.CreatedAtUtc).ThenBy(notice => notice.Id).Take(AtOnce).ToListAsync(cancellationToken);
        return [.. due.GroupBy(notice => (notice.Kind, notice.Owner)).Select(group => group.ToList())];
    }

    private async Task<IReadOnlyList<AlarmLine>> LinesAsync(AlarmNotice first, List<AlarmNotice> message, CancellationToken cancellationToken)
    {
        await using var db = await store.ReadAsync(cancellationToken);
        var alarms = db.Set<Alarm>().AsNoTracking();
        if (first.Kind == AlarmNoticeKind.Digest)
        {
            var since = first.CreatedAtUtc.AddDays(-1);
            alarms = alarms.Where(alarm => alarm.State != AlarmState.Resolved || alarm.ResolvedAtUtc >= since);
        }
        else
        {
            var ids = message.ConvertAll(notice => notice.AlarmId);
            alarms = alarms.Where(alarm => ids.Contains(alarm.Id));
        }
        return [.. (await alarms.ToListAsync(cancellationToken)).OrderByDescending(alarm => alarm.Severity).ThenBy(alarm => alarm.FirstSeenUtc).Select(AlarmLine.Of)];
    }

    private async Task<string?> TrySendAsync(IAlarmChannel channel, AlarmReport report, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(settings.Patience);
        try
        {
            // Also where it does not listen to being told to stop.
            return await channel.SendAsync(report, patience.Token).WaitAsync(patience.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return TimedOut;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            Log.Failed(logger, channel.Name, exception);
            return Broken;
        }
    }

    private Task<Result<int>> NoteAsync(List<Guid> ids, string? fault, CancellationToken cancellationToken) => store.WriteAsync<int>(async write =>
    {
        var now = clock.GetUtcNow().UtcDateTime;
        foreach (var notice in await write.Set<AlarmNotice>().Where(notice => ids.Contains(notice.Id)).ToListAsync(cancellationToken))
        {
            var next = now + Waits[Math.Min(notice.Tries, Waits.Length - 1)];
            (notice.SentAtUtc, notice.LastFault) = (fault is null ? now : null, fault);
            notice.DueUtc = fault is null || next > notice.CreatedAtUtc + Longest ? null : next;
            notice.Tries++;
        }
        return ids.Count;
    }, cancellationToken);

    private static partial class Log
    {
        [LoggerMessage(70, LogLevel.Error, "Telling alarms through {Channel} failed; it is tried again.")]
        public static partial void Failed(ILogger logger, string channel, Exception exception);
    }
}
