using FaceH5Portal.Core.Harvesting;

namespace FaceH5Portal.Simulation.Tests.Worlds;

/// <summary>Goes from one thing to the next: what people, weather and operators do, and what becomes due in the portal.</summary>
internal sealed class Course(World world, Agenda agenda, string database) : IDisposable
{
    private const int MostSweepsAtOnce = 100;
    private static readonly TimeSpan Quiet = TimeSpan.FromDays(8);
    private static readonly TimeSpan WhenStuck = TimeSpan.FromSeconds(5);

    private readonly DueClock due = new(database);
    private DateTime? dueUtc;
    private bool touched = true;

    public void Touched() => touched = true;

    /// <summary>Until nothing is left to happen, and the vendor has forgotten everything.</summary>
    public async Task RunAsync()
    {
        var end = (WorldTime.Start + World.Length + Quiet).UtcDateTime;
        var sweeps = 0;
        while (Earlier(agenda.NextUtc, await DueAsync()) is { } at && at <= end && world.Failures.Count == 0)
        {
            if (at > world.NowUtc)
            {
                world.Clock.Advance(at - world.NowUtc);
                sweeps = 0;
            }
            if (agenda.NextUtc <= world.NowUtc)
                await agenda.Take()();
            else if (++sweeps > MostSweepsAtOnce)
                world.Fail("the harvest pass never comes to rest");
            else
                await SweepAsync();
        }
    }

    public void Dispose() => due.Dispose();

    private async Task<DateTime?> DueAsync()
    {
        if (!world.Portal.IsOn || !touched)
            return world.Portal.IsOn ? dueUtc : null;
        touched = false;
        dueUtc = due.NextUtc();
        if (!await due.AgreesWithAsync(world.Portal))
            world.Fail("the portal would wake at another time than it should");
        return dueUtc;
    }

    /// <summary>As the worker does it: what is still due after a sweep that stored nothing waits a little.</summary>
    private async Task SweepAsync()
    {
        var handled = await world.Portal.AskAsync(async life => (object)await world.Portal.Get<HarvestPass>().RunAsync(life));
        if (touched || handled is null)
            return;
        dueUtc = world.NowUtc + WhenStuck;
    }

    private static DateTime? Earlier(DateTime? one, DateTime? other) => one is null || other < one ? other : one;
}
