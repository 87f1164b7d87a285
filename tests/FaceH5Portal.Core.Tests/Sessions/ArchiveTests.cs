using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Auditing;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Sessions;
using FaceH5Portal.TestKit;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.Tests.Sessions;

public sealed class ArchiveTests : IAsyncLifetime
{
    private PortalHarness portal = null!;

    public async Task InitializeAsync() => portal = await PortalHarness.StartAsync();

    public async Task DisposeAsync() => await portal.DisposeAsync();

    [Fact]
    public async Task What_is_archived_loses_nothing_and_comes_back()
    {
        var session = await SessionDriver.CreateAsync(portal);
        var before = await session.GoThroughAsync();
        Assert.True((await ArchiveAsync(session.Id, true)).Ok);
        var archived = await session.SeeAsync();
        Assert.Equal(portal.NowUtc, archived.ArchivedAtUtc);
        Assert.Equal((before.Row.Status, before.Evidence.Count, before.Charges.Count), (archived.Row.Status, archived.Evidence.Count, archived.Charges.Count));
        Assert.True((await ArchiveAsync(session.Id, false)).Ok);
        Assert.Null((await session.SeeAsync()).ArchivedAtUtc);
        await using var db = await portal.Get<PortalStore>().ReadAsync(default);
        Assert.Equal([AuditAction.SessionArchived, AuditAction.SessionUnarchived], await db.Set<AuditEntry>()
            .Where(entry => entry.Action == AuditAction.SessionArchived || entry.Action == AuditAction.SessionUnarchived)
            .OrderBy(entry => entry.Sequence).Select(entry => entry.Action).ToListAsync());
    }

    [Fact]
    public async Task Archiving_twice_is_one_fact()
    {
        var session = await SessionDriver.CreateAsync(portal);
        await session.GoThroughAsync();
        await ArchiveAsync(session.Id, true);
        await ArchiveAsync(session.Id, true);
        Assert.Single((await session.SeeAsync()).Timeline, entry => entry.Kind == TimelineKind.Archived);
    }

    [Fact]
    public async Task What_is_under_way_stays_in_sight_and_not_everybody_may_put_it_away()
    {
        var session = await SessionDriver.CreateAsync(portal);
        Assert.Equal("session-not-final", (await ArchiveAsync(session.Id, true)).Errors[0].Code);
        Assert.Equal("session-unknown", (await ArchiveAsync(Guid.NewGuid(), true)).Errors[0].Code);
        var auditor = Actor.InRole("a", "Auditor", Role.Auditor);
        Assert.Equal(PortalError.AccessDenied, (await portal.Get<SessionService>().ArchiveAsync(auditor, session.Id, true, default)).Errors[0].Code);
    }

    private Task<Result<Guid>> ArchiveAsync(Guid id, bool archived) =>
        portal.Get<SessionService>().ArchiveAsync(SessionDriver.Operator, id, archived, default);
}
