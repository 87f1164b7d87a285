using FaceH5Portal.Core.Alarming;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Overview;
using FaceH5Portal.Core.Plans;
using FaceH5Portal.Web.Hosting;
using Microsoft.AspNetCore.Components;

namespace FaceH5Portal.Web.Pages.Operator;

/// <summary>What waits, today's numbers, and how it has been going.</summary>
public partial class Home
{
    private int days = 30;
    private Guid? planId;
    private Waiting? waiting;
    private OpenAlarms? alarms;
    private Tally? today;
    private Trends? trends;
    private IReadOnlyList<Plan> plans = [];
    private bool isEmpty;

    [Inject]
    private PortalSettings Settings { get; set; } = null!;

    [Inject]
    private OverviewQueries Queries { get; set; } = null!;

    [Inject]
    private WaitingQueries WaitingQueries { get; set; } = null!;

    [Inject]
    private AlarmQueries AlarmQueries { get; set; } = null!;

    [Inject]
    private PlanService PlanService { get; set; } = null!;

    // The numbers follow every change within seconds; a page that followed the changes themselves would never rest.
    protected override bool Shows(PortalChange change) => change.Topic is OverviewPass.Topic or AlarmJournal.Topic;

    protected override async Task LoadAsync(CancellationToken cancellationToken)
    {
        var actor = await ActorAsync();
        plans = Take(await PlanService.ListAsync(actor, cancellationToken)) ?? [];
        if (Errors.Count > 0)
            return;
        waiting = Take(await WaitingQueries.GetAsync(actor, cancellationToken));
        alarms = Take(await AlarmQueries.OpenAsync(actor, cancellationToken));
        today = Take(await Queries.TrendsAsync(actor, 1, null, cancellationToken))?.Whole;
        trends = Take(await Queries.TrendsAsync(actor, days, planId, cancellationToken));
        isEmpty = waiting is { Open.Number: 0, Owed.Number: 0, UnknownEnds.Number: 0, HasAlarm: false } && alarms is { Number: 0 } && planId is null && trends is { Plans.Count: 0 };
    }

    private Task NarrowAsync((int Days, Guid? PlanId) wanted)
    {
        (days, planId) = wanted;
        return LoadAsync(Closing);
    }
}
