using System.Data.Common;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Sessions;
using FaceH5Portal.Simulation.Tests.Worlds;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace FaceH5Portal.Simulation.Tests.Weather;

/// <summary>
/// Reads out of each commit which row of the lifecycle a session went through: the timeline names the event, the
/// session's old and new status the rest. A change that is in no row, or out of a final status, is a fault of the portal.
/// </summary>
internal sealed class LifecycleWatch(World world) : IWriteFollower, IDbTransactionInterceptor
{
    private readonly List<Transition> rows = [];

    public Task FollowAsync(PortalWrite write)
    {
        rows.Clear();
        var told = write.Added<TimelineEntry>();
        foreach (var (session, asRead) in write.Known<VerificationSession>())
            if (asRead is not null)
                Read(asRead.Status, session, [.. told.Where(line => line.SessionId == session.Id).Select(line => line.Kind)]);
        return Task.CompletedTask;
    }

    public Task TransactionCommittedAsync(
        DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        rows.ForEach(world.Coverage.WentThrough);
        rows.Clear();
        return Task.CompletedTask;
    }

    private void Read(SessionStatus from, VerificationSession session, List<TimelineKind> told)
    {
        var row = EventOf(told) is { } happened
            ? SessionLifecycle.Table.FirstOrDefault(row => row.From == from && row.On == happened && row.To == session.Status)
            : null;
        if (row is not null)
            rows.Add(row);
        else if (from != session.Status)
            world.Fail($"{world.NameOf(session.Id)} went from {from} to {session.Status} by no row of the lifecycle");
    }

    private static SessionEvent? EventOf(List<TimelineKind> told) => told switch
    {
        _ when told.Contains(TimelineKind.AttemptPassed) => SessionEvent.Passed,
        _ when told.Contains(TimelineKind.AttemptFailed) => SessionEvent.Failed,
        _ when told.Contains(TimelineKind.LeftForCapture) => SessionEvent.Launched,
        _ when told.Contains(TimelineKind.CameBack) => SessionEvent.Returned,
        _ when told.Contains(TimelineKind.TokenDied) => SessionEvent.TokenDied,
        _ when told.Contains(TimelineKind.NotStarted) => SessionEvent.NotStarted,
        _ when told.Contains(TimelineKind.LinkExpired) => SessionEvent.LinkExpired,
        _ when told.Contains(TimelineKind.Cancelled) => SessionEvent.Cancelled,
        _ when told.Contains(TimelineKind.ResultLost) => SessionEvent.ResultLost,
        _ => null,
    };
}
