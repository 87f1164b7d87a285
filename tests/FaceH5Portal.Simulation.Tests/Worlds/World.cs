using FaceH5Portal.Sandbox;
using FaceH5Portal.Simulation.Tests.Oracles;
using FaceH5Portal.Simulation.Tests.People;
using FaceH5Portal.Simulation.Tests.Planted;
using FaceH5Portal.Simulation.Tests.Weather;
using FaceH5Portal.Simulation.Tests.Wires;

namespace FaceH5Portal.Simulation.Tests.Worlds;

/// <summary>
/// One seed: three days of people, operators and trouble, then quiet until nothing is due, then the books are compared.
/// One thing happens at a time, and all chance comes out of the seed.
/// </summary>
internal sealed class World : IAsyncDisposable
{
    public static readonly TimeSpan Length = TimeSpan.FromDays(3);

    private readonly Agenda agenda = new();
    private readonly List<string> failures = [];
    private readonly Dictionary<Guid, string> names = [];
    private readonly Course course;

    private World(ulong seed, Workshop workshop, SandboxClock clock, PlantedBug? bug, Action<string>? listener)
    {
        var dice = new Dice(seed);
        (Clock, Desk, Story, Entropy) = (clock, workshop.Desk, new Story(clock, listener), new SeededEntropy(dice.Fork()));
        Forecast = new Forecast(this, dice.Fork());
        Wire = new Wire(this, workshop.Sandbox, Forecast);
        Storage = new StorageFaults(this, dice.Fork());
        Watch = new LifecycleWatch(this);
        Portal = new Portal(this, workshop, bug);
        Crowd = new Crowd(this, dice.Fork());
        new Season(this, dice.Fork()).Begin();
        course = new Course(this, agenda, workshop.Database);
        Storage.Roughness = dice.Pick([0, 0.005, 0.02]);
    }

    public SandboxClock Clock { get; }

    public SandboxDesk Desk { get; }

    public Story Story { get; }

    public SeededEntropy Entropy { get; }

    public Forecast Forecast { get; }

    public Wire Wire { get; }

    public StorageFaults Storage { get; }

    public LifecycleWatch Watch { get; }

    public Portal Portal { get; }

    public Crowd Crowd { get; }

    public Coverage Coverage { get; } = new();

    public IReadOnlyList<string> Failures => failures;

    public DateTime NowUtc => Clock.GetUtcNow().UtcDateTime;

    public static async Task<WorldReport> RunAsync(ulong seed, Workshop workshop, PlantedBug? bug = null, Action<string>? listener = null)
    {
        await using var world = new World(seed, workshop, await workshop.ClearAsync(), bug, listener);
        try
        {
            await world.Portal.StartAsync();
            world.Crowd.Begin();
            await world.course.RunAsync();
            await new Audit(world, workshop).RunAsync();
        }
        catch (Exception exception)
        {
            // No service of the portal throws at its caller: a world in which one does is a red one, and not the last.
            world.Fail(exception.ToString());
        }
        return new WorldReport(seed, world.Failures, world.Story, world.Coverage);
    }

    public void At(DateTimeOffset moment, Func<Task> happening) => agenda.Add(moment.UtcDateTime, happening);

    public void At(DateTimeOffset moment, Action happening) => At(moment, () =>
    {
        happening();
        return Task.CompletedTask;
    });

    public void After(TimeSpan wait, Func<Task> happening) => At(Clock.GetUtcNow() + wait, happening);

    public void Bites(FaultKind kind, string? where = null)
    {
        Coverage.Bit(kind);
        Story.Tell($"  ! {kind} {where}");
    }

    public void Fail(string what)
    {
        failures.Add(what);
        Story.Tell($"FAILED: {what}");
    }

    /// <summary>Something was committed, so what is due next has to be asked again.</summary>
    public void Touched() => course.Touched();

    public void Name(Guid sessionId, string name) => names[sessionId] = name;

    public string NameOf(Guid sessionId) => names.GetValueOrDefault(sessionId, "a session nobody was told of");

    public async ValueTask DisposeAsync()
    {
        await Portal.DisposeAsync();
        course.Dispose();
    }
}
