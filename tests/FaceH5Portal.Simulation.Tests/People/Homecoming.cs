using FaceH5Portal.Core.Sessions.Journey;
using FaceH5Portal.Simulation.Tests.Weather;
using FaceH5Portal.Simulation.Tests.Worlds;

namespace FaceH5Portal.Simulation.Tests.People;

/// <summary>How a person comes back from the vendor's page: at once, late, more than once, with an old address, or never.</summary>
internal sealed class Homecoming(World world, Dice dice, Person person, Launch launch)
{
    private const int Many = 100;

    // One question per ten seconds of the hundred, each with its quick second try, and some slack at both ends.
    private const int MostQuestions = 26;

    public void Begin()
    {
        switch (dice.Below(80))
        {
            case < 16:
                world.Bites(FaultKind.NeverReturned, person.Name);
                break;
            case < 52:
                world.After(dice.Between(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(40)), ComeAsync);
                break;
            case < 65:
                world.After(dice.Minutes(10, 150), ComeAsync);
                break;
            case < 71:
                world.After(TimeSpan.FromSeconds(2), TwiceAsync);
                break;
            case < 72:
                world.After(TimeSpan.FromSeconds(2), ManyTimesAsync);
                break;
            default:
                world.After(dice.Minutes(1, 30), OutOfOrderAsync);
                break;
        }
    }

    public Task ComeAsync() => ComeWithAsync(launch);

    public async Task WithoutActAsync()
    {
        world.Bites(FaultKind.ReturnWithoutAct, person.Name);
        await ComeAsync();
        if (dice.Chance(0.5))
            person.VisitIn(dice.Minutes(1, 150));
    }

    private async Task TwiceAsync()
    {
        await ComeAsync();
        world.Bites(FaultKind.ReturnTwice, person.Name);
        await ComeAsync();
        world.After(TimeSpan.FromSeconds(dice.Below(20)), ComeAsync);
    }

    private Task ManyTimesAsync()
    {
        world.Bites(FaultKind.ReturnHundredfold, person.Name);
        var asked = world.Wire.Log.Of(launch.VerifyToken).AskedUtc.Count;
        for (var second = 1; second <= Many; second++)
            world.After(TimeSpan.FromSeconds(second), ComeAsync);
        world.After(TimeSpan.FromSeconds(Many), () =>
        {
            var questions = world.Wire.Log.Of(launch.VerifyToken).AskedUtc.Count - asked;
            if (questions > MostQuestions)
                world.Fail($"{Many} returns of {person.Name} cost {questions} questions");
            return Task.CompletedTask;
        });
        return Task.CompletedTask;
    }

    /// <summary>With the address of an earlier launch, when there was one.</summary>
    private async Task OutOfOrderAsync()
    {
        if (person.Launches.Count > 1)
        {
            world.Bites(FaultKind.ReturnOutOfOrder, person.Name);
            await ComeWithAsync(person.Launches[^2]);
        }
        await ComeAsync();
    }

    private async Task ComeWithAsync(Launch carried)
    {
        var answer = await world.Portal.AskAsync(life => world.Portal.Get<EndUserJourney>().ReturnAsync(carried.State, life));
        world.Story.Tell($"{person.Name} comes back from {world.Story.NameOf(carried.VerifyToken)}: {(answer is null ? "nobody answers" : answer.Ok ? "welcome" : answer.Errors[0].Code)}");
        // Before the next sweep, so that the question is still open.
        if (dice.Chance(0.02))
            world.After(TimeSpan.Zero, () => new Desk(world, dice, person).CancelAsync(FaultKind.CancelledOnReturn));
        // Also where the answer was lost: what was committed counts.
        var log = world.Wire.Log.Of(carried.VerifyToken);
        log.AllowedUtc ??= world.NowUtc;
        log.Returns++;
    }
}
