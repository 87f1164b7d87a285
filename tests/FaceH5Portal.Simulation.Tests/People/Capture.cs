using FaceH5Portal.Simulation.Tests.Weather;
using FaceH5Portal.Simulation.Tests.Worlds;
using FaceH5Portal.TestKit;

namespace FaceH5Portal.Simulation.Tests.People;

/// <summary>What a person does on the vendor's page with one launch, and how the attempts end.</summary>
internal sealed class Capture(World world, Dice dice, Person person, Launch launch)
{
    private const double PoisonedShare = 0.012;
    private const double PoisonedInOldTab = 0.3;
    private const int PicturesOfLiveCheck = 4;
    private static readonly string Face = Convert.ToBase64String(Photos.Of(320, 240));

    // Half pass; of the rest some may be tried again, some never, and one code nobody has heard of.
    private static readonly int[] Codes = [0, 0, 0, 0, 0, 222360, 222360, 223120, 222351, 222355, 222361, 283457, 216434, 222999];

    private readonly Homecoming homecoming = new(world, dice, person, launch);

    private string Token => world.Story.NameOf(launch.VerifyToken);

    public void Begin()
    {
        switch (dice.Below(20))
        {
            case 0 or 1:
                Leave();
                break;
            case 2:
                world.After(dice.Minutes(1, 10), () => StopAtAsync("statement"));
                break;
            case 6:
                world.After(dice.Minutes(1, 10), HesitateAsync);
                break;
            case 3 or 4 when person.Terms.ReadsCards:
                world.After(dice.Minutes(1, 10), () => StopAtAsync("ocr"));
                break;
            case 5:
                world.After(dice.Minutes(1, 10), homecoming.WithoutActAsync);
                break;
            default:
                world.After(Delay(), ActAsync);
                break;
        }
    }

    private TimeSpan Delay() => dice.Below(12) switch
    {
        < 7 => dice.Between(TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(5)),
        7 or 8 => TimeSpan.FromMinutes(45),
        9 or 10 => TimeSpan.FromMinutes(119),
        _ => dice.Minutes(120, 130),
    };

    private void Leave()
    {
        world.Bites(FaultKind.LeftWithoutAct, person.Name);
        if (dice.Chance(0.6))
            person.VisitIn(dice.Minutes(20, 240));
    }

    private async Task StopAtAsync(string until)
    {
        if (await world.Desk.ControlAsync("complete", new { verify_token = launch.VerifyToken, until }) && until == "ocr")
            world.Bites(FaultKind.LeftAfterCard, person.Name);
        world.Story.Tell($"{person.Name} stops at the {until} of {Token}");
        if (dice.Chance(0.4))
            person.VisitIn(dice.Minutes(3, 200));
        else if (dice.Chance(0.5))
            world.After(dice.Minutes(1, 60), homecoming.ComeAsync);
    }

    /// <summary>Goes back to the portal out of the middle of the page, and then acts in the tab that is still open.</summary>
    private async Task HesitateAsync()
    {
        await world.Desk.ControlAsync("complete", new { verify_token = launch.VerifyToken, until = "statement" });
        await homecoming.ComeAsync();
        world.Bites(FaultKind.ActedAfterReturn, $"{person.Name} {Token}");
        world.After(dice.Minutes(1, 60), ActInOldTabAsync);
    }

    /// <summary>The portal believes that nobody tried, and may never hear otherwise.</summary>
    private async Task ActInOldTabAsync()
    {
        await ActAsync();
        if (dice.Chance(PoisonedInOldTab))
            world.Wire.Log.Of(launch.VerifyToken).Poisoned = true;
    }

    private async Task ActAsync()
    {
        var code = dice.Pick(Codes);
        var demoted = code == 0 && dice.Chance(0.1);
        object outcome = code == 0
            ? new { code, score = dice.Chance(0.1) ? 61.5 : 93.5, risk_level = dice.Chance(0.1) ? "2" : "4", demoted }
            : new { code };
        await world.Desk.ControlAsync("script", new { verify_token = launch.VerifyToken, attempts = new[] { outcome } });
        var onPage = !person.Terms.TakesIdentityOnPage && dice.Chance(0.4);
        var done = onPage ? await ActOnPageAsync() : await ActAtOnceAsync();
        if (!done)
        {
            world.Bites(FaultKind.ActedTooLate, $"{person.Name} {Token}");
            if (dice.Chance(0.5))
                person.VisitIn(dice.Minutes(1, 60));
            return;
        }
        world.Coverage.Attempts++;
        // The page in a browser records by itself; here only the act at once does. A video in place of the live check has no pictures.
        world.Wire.Log.Of(launch.VerifyToken).Recorded = onPage || !person.Terms.Recording ? null : demoted ? 0 : PicturesOfLiveCheck;
        world.Story.Tell($"{person.Name} acts on {Token}: {code}");
        if (dice.Chance(PoisonedShare))
            world.Wire.Log.Of(launch.VerifyToken).Poisoned = true;
        GoOn(passed: code == 0);
    }

    private Task<bool> ActAtOnceAsync() => world.Desk.ControlAsync("complete", new { verify_token = launch.VerifyToken });

    private async Task<bool> ActOnPageAsync()
    {
        var before = await AttemptsAsync();
        await world.Desk.TryAsync("/face/api/accept", new { token = launch.VerifyToken });
        await world.Desk.TryAsync("/face/api/capture", new { token = launch.VerifyToken, image = Face });
        return await AttemptsAsync() > before;
    }

    private async Task<int> AttemptsAsync() =>
        (await world.Desk.TruthAsync()).Tokens.First(token => token.VerifyToken == launch.VerifyToken).Attempts.Count;

    private void GoOn(bool passed)
    {
        if (!passed && person.Terms.UrlStaysOnFailure && dice.Chance(0.6))
        {
            world.After(dice.Minutes(1, 25), ActAsync);
            if (dice.Chance(0.5))
                return;
        }
        else if (!passed && dice.Chance(0.5))
            person.VisitIn(dice.Minutes(5, 600));
        homecoming.Begin();
    }
}
