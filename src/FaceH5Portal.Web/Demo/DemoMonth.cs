using System.Threading.Channels;
using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Harvesting;
using FaceH5Portal.Core.Sessions.Finding;
using FaceH5Portal.Sandbox;

namespace FaceH5Portal.Web.Demo;

/// <summary>
/// Fills an empty portal with a month that could have been: every session goes the way of a real one, through the
/// sandbox, while the clock that both share runs from thirty days ago to now.
/// </summary>
internal sealed partial class DemoMonth(
    DemoStage stage, SessionSearch search, HarvestPass pass, SandboxClock clock, DemoLength length, DemoDice dice, ILogger<DemoMonth> logger) : BackgroundService
{
    // What is still due after so many could not be handled, and is tried again later like anything else.
    private const int MostSweeps = 20;

    private readonly Channel<Actor> asked = Channel.CreateBounded<Actor>(1);
    private DemoProgress progress = new(DemoState.NotAsked, 0, length.Days, 0);

    /// <summary>Raised when there is more to tell; whoever listens must return at once.</summary>
    public event Action? Changed;

    public DemoProgress Progress => progress;

    /// <summary>Whether nothing has happened yet, here and at the vendor.</summary>
    public async Task<Result<bool>> MayFillAsync(Actor actor, CancellationToken cancellationToken)
    {
        if (actor.Lacks(Permission.CreateSessions) is { } denied)
            return denied;
        var sessions = await search.CountAsync(Actor.System, new SessionFilter { Limit = 1 }, cancellationToken);
        return sessions.Ok && sessions.Value.Number == 0 ? await stage.Levers.IsEmptyAsync(cancellationToken) : false;
    }

    /// <summary>Begins, unless something is there already or it has begun.</summary>
    public async Task<Result<DemoProgress>> FillAsync(Actor actor, CancellationToken cancellationToken)
    {
        var empty = await MayFillAsync(actor, cancellationToken);
        if (!empty.Ok)
            return empty.Errors.ToList();
        if (!empty.Value || progress.State == DemoState.Running || !asked.Writer.TryWrite(actor))
            return new PortalError("demo-not-empty");
        Tell(progress with { State = DemoState.Running });
        return progress;
    }

    /// <summary>A month that was cut off by the end of the process is not gone on with, but its time is.</summary>
    public static bool Catches(SandboxClock clock)
    {
        if (clock.Offset >= TimeSpan.Zero)
            return false;
        clock.Advance(-clock.Offset);
        return true;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await foreach (var actor in asked.Reader.ReadAllAsync(stoppingToken))
                Tell(await FillForAsync(actor, stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // What was made stays, and the next start brings the clock to the present.
        }
    }

    private async Task<DemoProgress> FillForAsync(Actor actor, CancellationToken stoppingToken)
    {
        try
        {
            await PlayAsync(actor, stoppingToken);
            return progress with { State = DemoState.Done, Day = length.Days };
        }
        catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
        {
            Log.Failed(logger, exception);
            return progress with { State = DemoState.Failed };
        }
        finally
        {
            // Before anybody hears that it is over.
            Catches(clock);
        }
    }

    private async Task PlayAsync(Actor actor, CancellationToken cancellationToken)
    {
        clock.BeginEarlier(TimeSpan.FromDays(length.Days));
        var (agenda, begin) = (new DemoAgenda(), Now);
        await PlanMonthAsync(actor, agenda, cancellationToken);
        while (agenda.TryNext(out var at, out var step) && at < Now - clock.Offset)
        {
            await MoveToAsync(at, cancellationToken);
            await step(cancellationToken);
            if ((Now - begin).Days > progress.Day)
                Tell(progress with { Day = (Now - begin).Days });
        }
        await MoveToAsync(Now - clock.Offset, cancellationToken);
    }

    private async Task PlanMonthAsync(Actor actor, DemoAgenda agenda, CancellationToken cancellationToken)
    {
        var (plans, cast, month) = (await stage.PlansAsync(cancellationToken), new DemoCast(dice), new DemoCalendar(dice));
        foreach (var at in month.Arrivals(Now, length.Days))
        {
            var story = cast.Next();
            if (!plans.TryGetValue(story.PlanId, out var plan))
                continue;
            agenda.At(at, async stop =>
            {
                await new DemoVisit(stage, agenda, clock, dice, actor, plan, story).CreateAsync(stop);
                Tell(progress with { Sessions = progress.Sessions + 1 });
            });
        }
    }

    /// <summary>What is due at the old time is asked before the clock goes on, as if a month were long.</summary>
    private async Task MoveToAsync(DateTime utc, CancellationToken cancellationToken)
    {
        await SweepAsync(cancellationToken);
        if (utc > Now)
            clock.Advance(utc - Now);
        await SweepAsync(cancellationToken);
    }

    private async Task SweepAsync(CancellationToken cancellationToken)
    {
        for (var sweeps = 0; sweeps < MostSweeps && await pass.RunAsync(cancellationToken) > 0; sweeps++)
            cancellationToken.ThrowIfCancellationRequested();
    }

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private void Tell(DemoProgress told)
    {
        progress = told;
        Changed?.Invoke();
    }

    private static partial class Log
    {
        [LoggerMessage(60, LogLevel.Error, "Filling the portal with demo data failed.")]
        public static partial void Failed(ILogger logger, Exception exception);
    }
}
