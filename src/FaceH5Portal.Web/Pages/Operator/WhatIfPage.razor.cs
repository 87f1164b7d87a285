using System.Globalization;
using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Overview;
using FaceH5Portal.Core.Plans;
using Microsoft.AspNetCore.Components;

namespace FaceH5Portal.Web.Pages.Operator;

/// <summary>Stored scores against a threshold that is moved here only; they are read once, and moving asks nobody.</summary>
public partial class WhatIfPage(WhatIfQueries queries, PlanService planService)
{
    private readonly CancellationTokenSource closing = new();
    private Actor actor = Actor.Anonymous;
    private IReadOnlyList<Plan> plans = [];
    private Guid planId;
    private int days = 30;
    private decimal threshold;
    private WhatIfScores? scores;

    private List<(Guid, string)> PlanChoices => [.. plans.Select(plan => (plan.Id, $"{plan.Terms.Name} ({plan.Terms.VendorPlanId})"))];

    private List<(int, string)> PeriodChoices => [.. OverviewQueries.Periods.Select(period => (period, L["Overview.Days", period].Value))];

    private string Written => threshold.ToString("0.##", CultureInfo.InvariantCulture);

    public void Dispose()
    {
        closing.Cancel();
        closing.Dispose();
        GC.SuppressFinalize(this);
    }

    protected override async Task OnInitializedAsync()
    {
        actor = await ActorAsync();
        plans = Take(await planService.ListAsync(actor, closing.Token)) ?? [];
        if (plans.Count > 0)
            await ChoosePlanAsync(plans[0].Id);
    }

    private Task ChoosePlanAsync(Guid chosen)
    {
        planId = chosen;
        threshold = plans.First(plan => plan.Id == chosen).Terms.Threshold;
        return ReadAsync();
    }

    private Task ChooseDaysAsync(int chosen)
    {
        days = chosen;
        return ReadAsync();
    }

    private async Task ReadAsync() => scores = Take(await queries.ScoresAsync(actor, planId, days, closing.Token));

    private void Move(ChangeEventArgs change)
    {
        if (decimal.TryParse(change.Value?.ToString(), NumberStyles.Number, CultureInfo.InvariantCulture, out var wanted))
            threshold = decimal.Round(Math.Clamp(wanted, 0, 100), 2);
    }
}
