using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Billing.Budgets;
using FaceH5Portal.Core.Billing.Disputing;
using FaceH5Portal.Core.Billing.Packages;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Ledger.Reconciling;
using FaceH5Portal.Core.Subjects;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.Alarming.Rules;

/// <summary>A cap is used up to so many of a hundred. One of nothing at all is meant, and no alarm.</summary>
internal sealed class BudgetRule(BudgetDesk budgets) : IAlarmRule
{
    public AlarmRule Rule => AlarmRule.Budget;

    public ThresholdRange Range { get; } = new(80, 1, 100);

    public async Task<IReadOnlyList<AlarmSignal>> FindAsync(long threshold, CancellationToken cancellationToken)
    {
        var caps = (await budgets.ListAsync(Actor.System, cancellationToken)).Value;
        return [.. caps.Where(view => view is { Used: not null, Cap.Most: > 0 }).Select(view => (view.Cap.Id, Percent: view.Used!.Value * 100 / view.Cap.Most))
            .Where(cap => cap.Percent >= threshold)
            .Select(cap => new AlarmSignal($"budget/{cap.Id}", cap.Percent >= 100 ? AlarmSeverity.Critical : AlarmSeverity.Warning, cap.Percent))];
    }
}

/// <summary>Calls that were paid ahead last for so many days or fewer.</summary>
internal sealed class PackageRule(PackageDesk packages, TimeProvider clock) : IAlarmRule
{
    // What ran out long ago and was not bought again is not wanted any more.
    private const int OfInterest = 30;

    public AlarmRule Rule => AlarmRule.Package;

    public ThresholdRange Range { get; } = new(7, 0, 90);

    public async Task<IReadOnlyList<AlarmSignal>> FindAsync(long threshold, CancellationToken cancellationToken)
    {
        var today = ChinaDate.Today(clock);
        // Of one type the last package counts; one that cannot be foretold lasts.
        var ends = (await packages.ListAsync(Actor.System, cancellationToken)).Value
            .Where(view => !(view.RunsOutOn < today.AddDays(-OfInterest))).GroupBy(view => view.Package.Type)
            .Select(type => (type.Key, Days: type.Max(view => view.RunsOutOn ?? DateOnly.MaxValue).DayNumber - today.DayNumber));
        return [.. ends.Where(type => type.Days <= threshold).Select(type => new AlarmSignal(
            $"package/{type.Key}", type.Days <= 0 ? AlarmSeverity.Critical : AlarmSeverity.Warning, Math.Max(0, type.Days)))];
    }
}

/// <summary>So many tokens whose books do not agree, and which nobody has put before the vendor.</summary>
internal sealed class ReconciliationRule(PortalStore store) : IAlarmRule
{
    public AlarmRule Rule => AlarmRule.Reconciliation;

    public ThresholdRange Range { get; } = new(1, 1, 100_000);

    public async Task<IReadOnlyList<AlarmSignal>> FindAsync(long threshold, CancellationToken cancellationToken)
    {
        await using var db = await store.ReadAsync(cancellationToken);
        var different = await db.Set<TokenAccount>().CountAsync(account => account.FoundAtUtc != null
            && !db.Set<Dispute>().Any(dispute => dispute.VerifyTokenId == account.VerifyTokenId), cancellationToken);
        return AlarmSignal.From(threshold, different, AlarmSeverity.Warning);
    }
}
