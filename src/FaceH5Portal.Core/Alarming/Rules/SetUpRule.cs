using FaceH5Portal.Core.Checking;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Harvesting;
using FaceH5Portal.Core.Plans;
using FaceH5Portal.Core.Sessions;
using FaceH5Portal.Vendors.Baidu;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.Alarming.Rules;

/// <summary>
/// What only somebody in the vendor's console can mend: a plan whose check fails, and the codes that say so in daily work.
/// 18 may also be a moment of haste, so it takes as many of it within an hour as the threshold says.
/// </summary>
internal sealed class SetUpRule(PortalStore store, TimeProvider clock) : IAlarmRule
{
    private static readonly string[] Codes = [BaiduCodes.QuotaOrRate, BaiduCodes.NoPermission, BaiduCodes.PlanOfAnotherApp, BaiduCodes.PlanNotFound];
    private static readonly TimeSpan Window = TimeSpan.FromHours(1);

    // The newest lines of all timelines: enough for an hour of a busy day, and read by their key.
    private const int Lines = 5000;

    public AlarmRule Rule => AlarmRule.SetUp;

    public ThresholdRange Range { get; } = new(2, 1, 1000);

    public async Task<IReadOnlyList<AlarmSignal>> FindAsync(long threshold, CancellationToken cancellationToken)
    {
        await using var db = await store.ReadAsync(cancellationToken);
        var told = await LaunchesAsync(db, cancellationToken);
        told.AddRange(await db.Set<VerifyToken>().Where(token => token.DueUtc != null && token.LastFault != null && Codes.Contains(token.LastFault))
            .Select(token => token.LastFault!).ToListAsync(cancellationToken));
        told.AddRange(await db.Set<HarvestItem>().Where(item => item.State == HarvestItemState.Owed && item.LastFault != null && Codes.Contains(item.LastFault))
            .Select(item => item.LastFault!).ToListAsync(cancellationToken));
        var codes = told.GroupBy(code => code).Where(code => code.Count() >= (code.Key == BaiduCodes.QuotaOrRate ? threshold : 1))
            .Select(code => new AlarmSignal($"code/{code.Key}", AlarmSeverity.Critical, code.Count(), code.Key));
        return [.. codes, .. await ChecksAsync(db, cancellationToken)];
    }

    private async Task<List<string>> LaunchesAsync(PortalDbContext db, CancellationToken cancellationToken)
    {
        var since = clock.GetUtcNow().UtcDateTime - Window;
        return await db.Set<TimelineEntry>().OrderByDescending(entry => entry.Sequence).Take(Lines)
            .Where(entry => entry.Kind == TimelineKind.LaunchFailed && entry.OccurredAtUtc >= since && Codes.Contains(entry.Detail))
            .Select(entry => entry.Detail!).ToListAsync(cancellationToken);
    }

    private static async Task<IEnumerable<AlarmSignal>> ChecksAsync(PortalDbContext db, CancellationToken cancellationToken)
    {
        var failing = await db.Set<SetUpCheck>().AsNoTracking().Where(check => check.IsFailing
            && db.Set<Plan>().Any(plan => plan.Id == check.PlanId && plan.Version == check.PlanVersion)).ToListAsync(cancellationToken);
        return failing.Select(check => (check.PlanId, Wrong: check.Findings.First(finding => finding.Mark == SetUpMark.Wrong)))
            .Select(found => new AlarmSignal($"plan/{found.PlanId}", AlarmSeverity.Critical, 1, found.Wrong.Detail ?? found.Wrong.Code));
    }
}
