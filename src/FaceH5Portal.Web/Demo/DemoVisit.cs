using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Plans;
using FaceH5Portal.Core.Sessions;
using FaceH5Portal.Core.Subjects;
using FaceH5Portal.Sandbox;

namespace FaceH5Portal.Web.Demo;

/// <summary>One person's way through a verification, a step at a time.</summary>
internal sealed class DemoVisit(DemoStage stage, DemoAgenda agenda, TimeProvider clock, DemoDice dice, Actor creator, Plan plan, DemoStory story)
{
    private Guid session;
    private DemoLaunch launch = new("", "");
    private int attempt;

    public async Task CreateAsync(CancellationToken cancellationToken)
    {
        session = DemoStage.Must(await stage.Sessions.CreateAsync(creator, new NewSession(plan.Id)
        {
            Reference = story.Reference,
            Identity = plan.Terms.NeedsIdentity ? new Identity(story.Name, story.Number, CertificateType.ResidentIdCard) : null,
            MatchPhoto = plan.Terms.NeedsMatchPhoto ? SyntheticPicture.Face : null,
        }, cancellationToken)).Id;
        switch (story.Ending)
        {
            case DemoEnding.NeverOpens:
                break;
            case DemoEnding.CancelledByOperator:
                Later(30, 300, async stop => DemoStage.Must(await stage.Sessions.CancelAsync(creator, session, stop)));
                break;
            case DemoEnding.AsksOtherWay:
                Later(5, 120, async stop => DemoStage.Must(await stage.WayOut.AskOtherWayAsync(session, null, stop)));
                break;
            default:
                Later(1, 240, StartAsync);
                break;
        }
    }

    private async Task StartAsync(CancellationToken cancellationToken)
    {
        DemoStage.Must(await stage.AgreeAsync(session, cancellationToken));
        var page = await stage.Journey.StartAsync(session, cancellationToken);
        // Over by now: what failed may not be tried again, or its answer is still to come.
        if (!page.Ok)
            return;
        launch = DemoLaunch.Of(page.Value);
        if (story.Ending != DemoEnding.LeavesCapture)
            Later(1, 4, ActAsync);
    }

    private async Task ActAsync(CancellationToken cancellationToken)
    {
        // Who shows a card is who the card says; some read it over and correct it.
        var types = plan.Terms.TakesIdentityOnPage && (!plan.Terms.ReadsCards || dice.Chance(0.05));
        (string, string)? typed = types ? (story.Name, story.Number) : null;
        DemoStage.Must(await stage.ActAsync(launch.VerifyToken, story.Attempts[attempt++], typed, cancellationToken));
        if (story.Ending != DemoEnding.NeverReturns)
            Later(1, 2, ReturnAsync);
    }

    private async Task ReturnAsync(CancellationToken cancellationToken)
    {
        DemoStage.Must(await stage.Journey.ReturnAsync(launch.State, cancellationToken));
        if (attempt < story.Attempts.Count)
            Later(2, 30, StartAsync);
    }

    private void Later(int leastMinutes, int mostMinutes, Func<CancellationToken, Task> step) =>
        agenda.At(clock.GetUtcNow().UtcDateTime + TimeSpan.FromSeconds(dice.From(leastMinutes * 60, mostMinutes * 60)), step);
}
