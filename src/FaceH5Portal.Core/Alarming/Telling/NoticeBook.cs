using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Overview;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.Alarming.Telling;

/// <summary>Writes what is to be told, in the transaction of what it tells of.</summary>
public sealed class NoticeBook(NoticeSender sender, AlarmSettings settings, OverviewZone zone, Entropy entropy, TimeProvider clock)
{
    // What comes and goes is not told each time.
    private static readonly TimeSpan BetweenTellings = TimeSpan.FromHours(1);

    /// <summary>In place of what waits to be told of it.</summary>
    public async Task TellRaisedAsync(PortalWrite write, Alarm alarm, AlarmRuleTerms terms, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        if (alarm.ToldAtUtc > now - BetweenTellings && alarm.Severity != AlarmSeverity.Critical)
            return;
        (alarm.ToldAtUtc, alarm.IsTold) = (now, true);
        (await WaitingAsync(write, alarm, cancellationToken)).ForEach(notice => notice.DueUtc = null);
        Add(write, alarm, AlarmNoticeKind.Raised, terms, QuietHours.WhenToTell(terms, alarm.Severity, now, zone.Zone));
    }

    /// <summary>Of what nobody was told, nobody need hear that it is over.</summary>
    public async Task TellResolvedAsync(PortalWrite write, Alarm alarm, AlarmRuleTerms terms, CancellationToken cancellationToken)
    {
        var waiting = await WaitingAsync(write, alarm, cancellationToken);
        waiting.ForEach(notice => notice.DueUtc = null);
        var untold = waiting.Where(notice => notice.Kind == AlarmNoticeKind.Raised).Select(notice => notice.Channel).ToHashSet();
        var now = clock.GetUtcNow().UtcDateTime;
        if (alarm.IsTold)
            Add(write, alarm, AlarmNoticeKind.Resolved, terms, QuietHours.WhenToTell(terms, AlarmSeverity.Advice, now, zone.Zone), untold);
        alarm.IsTold = false;
    }

    /// <summary>Once a day from the hour that is set; where there is nothing to say the day is noted as said.</summary>
    public async Task AddDigestAsync(PortalWrite write, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var local = TimeZoneInfo.ConvertTimeFromUtc(now, zone.Zone);
        if (settings.DigestAt is not { } hour || TimeOnly.FromDateTime(local) < hour)
            return;
        var day = DateOnly.FromDateTime(local);
        var done = await write.Set<AlarmNotice>().Where(notice => notice.Day == day).Select(notice => notice.Channel).ToListAsync(cancellationToken);
        var wanting = sender.Channels.Except(done).ToList();
        if (wanting.Count == 0)
            return;
        var since = now.AddDays(-1);
        var hasNews = await write.Set<Alarm>().AnyAsync(alarm => alarm.State != AlarmState.Resolved || alarm.ResolvedAtUtc >= since, cancellationToken);
        foreach (var channel in wanting)
            write.Set<AlarmNotice>().Add(New(channel, AlarmNoticeKind.Digest, hasNews ? now : null, day: day));
    }

    private static Task<List<AlarmNotice>> WaitingAsync(PortalWrite write, Alarm alarm, CancellationToken cancellationToken) =>
        write.Set<AlarmNotice>().Where(notice => notice.AlarmId == alarm.Id && notice.DueUtc != null).ToListAsync(cancellationToken);

    private void Add(PortalWrite write, Alarm alarm, AlarmNoticeKind kind, AlarmRuleTerms terms, DateTime due, HashSet<string>? except = null)
    {
        foreach (var channel in sender.Channels.Where(channel => except?.Contains(channel) != true))
            write.Set<AlarmNotice>().Add(New(channel, kind, due, alarm.Id, terms.Owner));
    }

    private AlarmNotice New(string channel, AlarmNoticeKind kind, DateTime? due, Guid? alarm = null, string? owner = null, DateOnly? day = null) => new()
    {
        Id = entropy.NewId(clock),
        AlarmId = alarm,
        Kind = kind,
        Channel = channel,
        Owner = owner,
        Day = day,
        CreatedAtUtc = clock.GetUtcNow().UtcDateTime,
        DueUtc = due,
    };
}
