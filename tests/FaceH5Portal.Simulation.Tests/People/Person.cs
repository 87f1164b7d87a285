using System.Web;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Plans;
using FaceH5Portal.Core.Sessions;
using FaceH5Portal.Core.Sessions.Journey;
using FaceH5Portal.Simulation.Tests.Weather;
using FaceH5Portal.Simulation.Tests.Worlds;

namespace FaceH5Portal.Simulation.Tests.People;

/// <summary>Somebody with a link: opens it or not, starts, leaves, comes again.</summary>
internal sealed class Person(World world, Dice dice, string name, CreatedSession created, PlanTerms terms)
{
    private const int MostVisits = 7;
    private static readonly Consent Consent = new("test", "The words of the notice.", "en", "127.0.0.1") { Born = new DateOnly(1990, 3, 7) };

    private readonly List<Launch> launches = [];
    private int visits;

    public Guid Id => created.Id;

    public string Name => name;

    public PlanTerms Terms => terms;

    /// <summary>Every launch so far, the newest last.</summary>
    public IReadOnlyList<Launch> Launches => launches;

    private EndUserJourney Journey => world.Portal.Get<EndUserJourney>();

    public void Begin()
    {
        if (dice.Chance(0.92))
            world.After(dice.Chance(0.8) ? dice.Minutes(1, 90) : dice.Minutes(90, 900), VisitAsync);
    }

    public void VisitIn(TimeSpan wait) => world.After(wait, VisitAsync);

    private async Task VisitAsync()
    {
        if (++visits > MostVisits)
            return;
        var found = await world.Portal.AskAsync(life => Journey.FindAsync(created.Link.Segments[^1], life));
        var view = found is null ? null : await world.Portal.AskAsync(life => Journey.ViewAsync(found.Value, life));
        if (view is null)
            VisitIn(dice.Minutes(5, 120));
        else if (view.Value.Step is not (JourneyStep.Wait or JourneyStep.Done))
            await StartAsync();
        else
            FindClosed(view.Value.Status);
    }

    private void FindClosed(SessionStatus status)
    {
        world.Bites(FaultKind.LinkFoundClosed, $"{name} {status}");
        if (!status.IsFinal())
            VisitIn(dice.Minutes(10, 300));
    }

    private async Task StartAsync()
    {
        if (await ClickAsync() is not { } launch)
        {
            VisitIn(dice.Minutes(1, 60));
            return;
        }
        if (dice.Chance(0.1))
            await ClickAgainAsync(launch);
        new Capture(world, dice, this, launch).Begin();
    }

    private async Task<Launch?> ClickAsync()
    {
        var mints = world.Wire.Log.Mints;
        var page = await world.Portal.AskAsync(life => AgreeAndStartAsync(life));
        if (world.Wire.Log.Mints - mints > 1)
            world.Fail($"one click of {name} minted {world.Wire.Log.Mints - mints} tokens");
        world.Story.Tell($"{name} clicks: {Outcome(page)}");
        if (page is not { Ok: true })
            return null;
        var query = HttpUtility.ParseQueryString(page.Value.Query);
        var launch = new Launch(query["token"]!, query["successUrl"]!.Split('/')[^1]);
        if (launches.LastOrDefault() != launch)
            launches.Add(launch);
        return launch;
    }

    private async Task<Result<Uri>> AgreeAndStartAsync(CancellationToken life)
    {
        var agreed = await Journey.AgreeAsync(Id, Consent, life);
        return agreed.Ok ? await Journey.StartAsync(Id, life) : agreed.Errors.ToList();
    }

    private async Task ClickAgainAsync(Launch first)
    {
        var mints = world.Wire.Log.Mints;
        if (await ClickAsync() is not { } second)
            return;
        world.Bites(FaultKind.DoubleClick, name);
        if (second != first || world.Wire.Log.Mints != mints)
            world.Fail($"the second click of {name} did not find the token of the first");
    }

    private string Outcome(Result<Uri>? page) => page switch
    {
        null => "nobody answers",
        { Ok: false } => page.Errors[0].Code,
        _ => world.Story.NameOf(HttpUtility.ParseQueryString(page.Value.Query)["token"]),
    };
}

/// <summary>What a person carries into the vendor's page and back.</summary>
internal sealed record Launch(string VerifyToken, string State);
