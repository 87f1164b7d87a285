using FaceH5Portal.Core.Harvesting;
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
    private static readonly TimeSpan Quiet = TimeSpan.FromDays(8);
    private static readonly TimeSpan WhenStuck = TimeSpan.FromSeconds(5);
    private const int MostSweepsAtOnce = 100;

    private readonly Agenda agenda = new();
    private readonly List<string> failures = [];
    private readonly Dictionary<Guid, string> names = [];
    private readonly DueClock due;
    private CancellationTokenSource life = new();
    private DateTime? dueUtc;
    private bool touched = true;

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
        due = new DueClock(workshop.Database);
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

    /// <summary>Ends when the portal's process is killed.</summary>
    public CancellationToken Life => life.Token;

    public static async Task<WorldReport> RunAsync(ulong seed, Workshop workshop, PlantedBug? bug = null, Action<string>? listener = null)
    {
        await using var world = new World(seed, workshop, await workshop.ClearAsync(), bug, listener);
        try
        {
            await world.Portal.StartAsync();
            world.Crowd.Begin();
            await world.LiveAsync();
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
    public void Touched() => touched = true;

    public void Name(Guid sessionId, string name) => names[sessionId] = name;

    public string NameOf(Guid sessionId) => names.GetValueOrDefault(sessionId, "a session nobody was told of");

    public void Kill()
    {
        Wire.Log.Unheard();
        life.Cancel();
    }

    /// <summary>Runs what the portal is asked to do; when its process dies in it, another is started and the caller hears nothing.</summary>
    public async Task<T?> AskPortalAsync<T>(Func<CancellationToken, Task<T>> work) where T : class
    {
        if (!Portal.IsOn)
            return null;
        try
        {
            return await work(Life);
        }
        catch (OperationCanceledException) when (Life.IsCancellationRequested)
        {
            return null;
        }
        finally
        {
            if (Life.IsCancellationRequested)
                await ReviveAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Portal.DisposeAsync();
        life.Dispose();
        due.Dispose();
    }

    private async Task ReviveAsync()
    {
        await Portal.StopAsync();
        life.Dispose();
        life = new CancellationTokenSource();
        await Portal.StartAsync();
    }

    private async Task LiveAsync()
    {
        var end = (WorldTime.Start + Length + Quiet).UtcDateTime;
        var sweeps = 0;
        while (Earlier(agenda.NextUtc, await DueAsync()) is { } at && at <= end && failures.Count == 0)
        {
            if (at > NowUtc)
            {
                Clock.Advance(at - NowUtc);
                sweeps = 0;
            }
            if (agenda.NextUtc <= NowUtc)
                await agenda.Take()();
            else if (++sweeps > MostSweepsAtOnce)
                Fail("the harvest pass never comes to rest");
            else
                await SweepAsync();
        }
    }

    private async Task<DateTime?> DueAsync()
    {
        if (!Portal.IsOn || !touched)
            return Portal.IsOn ? dueUtc : null;
        touched = false;
        dueUtc = due.NextUtc();
        if (!await due.AgreesWithAsync(Portal))
            Fail("the portal would wake at another time than it should");
        return dueUtc;
    }

    /// <summary>As the worker does it: what is still due after a sweep that stored nothing waits a little.</summary>
    private async Task SweepAsync()
    {
        var handled = await AskPortalAsync(async life => (object)await Portal.Get<HarvestPass>().RunAsync(life));
        if (touched || handled is null)
            return;
        dueUtc = NowUtc + WhenStuck;
    }

    private static DateTime? Earlier(DateTime? one, DateTime? other) => one is null || other < one ? other : one;
}
