using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Auditing;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Evidence;
using FaceH5Portal.Core.Sessions;
using FaceH5Portal.Core.Sessions.Journey;
using FaceH5Portal.TestKit;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.Tests.Sessions;

public sealed class LinkTests : IAsyncLifetime
{
    private PortalHarness portal = null!;

    public async Task InitializeAsync() => portal = await PortalHarness.StartAsync();

    public async Task DisposeAsync() => await portal.DisposeAsync();

    [Fact]
    public async Task A_new_link_works_and_the_old_one_leads_nowhere()
    {
        var person = await SessionDriver.CreateAsync(portal);
        var renewed = await RenewAsync(person);
        Assert.Equal(person.Id, (await FindAsync(renewed.Value)).Value);
        Assert.Equal("link-unknown", (await FindAsync(person.Link)).Errors[0].Code);
        var seen = await person.SeeAsync();
        Assert.Equal(renewed.Value, seen.Link);
        Assert.Contains(seen.Timeline, entry => entry.Kind == TimelineKind.LinkRenewed);
    }

    [Fact]
    public async Task A_new_link_lives_its_whole_life_and_keeps_the_photo_as_long()
    {
        var person = await SessionDriver.CreateAsync(portal, "1004", photo: Photos.Of(320, 240));
        portal.Advance(TimeSpan.FromHours(71));
        await RenewAsync(person);
        portal.Advance(TimeSpan.FromHours(71));
        await portal.SweepAsync();
        Assert.Equal(SessionStatus.AwaitingUser, await person.StatusAsync());
        await using var db = await portal.Get<PortalStore>().ReadAsync(default);
        Assert.NotNull((await db.Set<EvidenceItem>().SingleAsync(item => item.Kind == EvidenceKind.Match)).BlobId);
        Assert.True((await person.TryStartAsync()).Ok);
    }

    [Fact]
    public async Task What_is_over_gets_no_new_link_nor_does_who_may_not_make_sessions_give_one()
    {
        var person = await SessionDriver.CreateAsync(portal);
        var auditor = Actor.InRole("a", "Auditor", Role.Auditor);
        Assert.Equal(PortalError.AccessDenied, (await portal.Get<LinkDesk>().RenewAsync(auditor, person.Id, default)).Errors[0].Code);
        await portal.Get<SessionService>().CancelAsync(SessionDriver.Operator, person.Id, default);
        Assert.Equal("session-already-final", (await RenewAsync(person)).Errors[0].Code);
    }

    [Fact]
    public async Task Links_are_handed_over_for_those_that_still_wait_and_never_without_a_record()
    {
        var (open, over) = (await SessionDriver.CreateAsync(portal), await SessionDriver.CreateAsync(portal, "1003"));
        await portal.Get<SessionService>().CancelAsync(SessionDriver.Operator, over.Id, default);
        var handed = await portal.Get<LinkDesk>().HandOverAsync(SessionDriver.Operator, [open.Id, over.Id, Guid.NewGuid()], default);
        Assert.Equal([KeyValuePair.Create(open.Id, open.Link)], handed.Value);
        await using var db = await portal.Get<PortalStore>().ReadAsync(default);
        Assert.Equal("1", (await db.Set<AuditEntry>().SingleAsync(entry => entry.Action == AuditAction.LinksHandedOver)).Note);
    }

    private Task<Result<Uri>> RenewAsync(SessionDriver person) => portal.Get<LinkDesk>().RenewAsync(SessionDriver.Operator, person.Id, default);

    private Task<Result<Guid>> FindAsync(Uri link) => portal.Get<EndUserJourney>().FindAsync(link.Segments[^1], default);
}
