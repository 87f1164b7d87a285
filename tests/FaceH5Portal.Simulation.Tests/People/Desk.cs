using FaceH5Portal.Core.Harvesting;
using FaceH5Portal.Core.Sessions;
using FaceH5Portal.Simulation.Tests.Weather;
using FaceH5Portal.Simulation.Tests.Worlds;

namespace FaceH5Portal.Simulation.Tests.People;

/// <summary>What operators do to one session, and when.</summary>
internal sealed class Desk(World world, Dice dice, Person person)
{
    public void Begin()
    {
        if (dice.Chance(0.06))
            world.After(dice.Minutes(5, 2000), () => CancelAsync(FaultKind.CancelledByOperator));
        if (dice.Chance(0.06))
            world.After(dice.Minutes(1, 400), AskEarlyAsync);
        for (var count = dice.Below(4); count > 0; count--)
            world.After(dice.Minutes(5, 600), RetryAsync);
    }

    /// <summary>When all is over, a person answers for what could not be had.</summary>
    public async Task CloseAsync()
    {
        var rows = (await world.Portal.Get<HarvestQueries>().ListAsync(Crowd.Administrator, person.Id, world.Portal.Life)).Value;
        foreach (var row in rows.Where(row => row is { State: HarvestItemState.Owed, DueUtc: null } && dice.Chance(0.5)))
            await world.Portal.Get<HarvestDesk>().CloseAsync(Crowd.Administrator, row.Id, "The vendor no longer has it.", world.Portal.Life);
        if (dice.Chance(0.5))
            await world.Portal.Get<HarvestDesk>().ResolveAsync(Crowd.Administrator, person.Id, "Asked again by telephone.", world.Portal.Life);
    }

    public async Task CancelAsync(FaultKind kind)
    {
        var done = await world.Portal.AskAsync(life => world.Portal.Get<SessionService>().CancelAsync(Crowd.Administrator, person.Id, life));
        if (done is { Ok: true })
            world.Bites(kind, person.Name);
    }

    private async Task AskEarlyAsync()
    {
        var done = await world.Portal.AskAsync(life => world.Portal.Get<HarvestDesk>().AskNowAsync(Crowd.Administrator, person.Id, life));
        if (done is { Ok: true })
            world.Bites(FaultKind.AskedEarly, person.Name);
    }

    private async Task RetryAsync()
    {
        var done = await world.Portal.AskAsync(life => world.Portal.Get<HarvestDesk>().RetryAsync(Crowd.Administrator, person.Id, life));
        if (done is { Ok: true })
            world.Bites(FaultKind.RetriedByHand, person.Name);
    }
}
