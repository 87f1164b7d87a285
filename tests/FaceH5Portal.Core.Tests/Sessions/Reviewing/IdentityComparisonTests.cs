using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Auditing;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Evidence.Looking;
using FaceH5Portal.Core.Privacy.Revealing;
using FaceH5Portal.Core.Sessions.Reviewing;
using FaceH5Portal.TestKit;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.Tests.Sessions.Reviewing;

public sealed class IdentityComparisonTests : IAsyncLifetime
{
    private PortalHarness portal = null!;

    private IdentityComparison Comparison => portal.Get<IdentityComparison>();

    private RevealDesk Reveal => portal.Get<RevealDesk>();

    public async Task InitializeAsync() => portal = await PortalHarness.StartAsync();

    public async Task DisposeAsync() => await portal.DisposeAsync();

    [Fact]
    public async Task All_nine_fields_of_a_card_stand_beside_what_the_person_confirmed()
    {
        var person = await ReadCardAsync();
        var seen = (await Reveal.IdentityAsync(SessionDriver.Operator, person.Id, RevealReason.Review, default)).Value;
        Assert.Equal(Enum.GetValues<IdentityField>(), seen.Fields.Select(field => field.Field));
        Assert.All(seen.Fields, field => Assert.NotNull(field.Read));
        var name = seen.Fields[0];
        Assert.Equal((null, "测试乙", true), (name.Submitted, name.Confirmed, name.Differs));
        Assert.False(seen.Fields[1].Differs);
    }

    [Fact]
    public async Task What_was_submitted_stands_beside_what_the_vendor_took()
    {
        var person = await SessionDriver.CreateAsync(portal);
        await person.GoThroughAsync();
        var seen = (await Reveal.IdentityAsync(SessionDriver.Operator, person.Id, RevealReason.Review, default)).Value;
        Assert.Equal("测试甲", seen.Fields[0].Submitted);
        Assert.All(seen.Fields, field => Assert.False(field.Differs));
    }

    [Fact]
    public async Task Masked_it_tells_differences_and_no_more_and_costs_no_reason()
    {
        var person = await ReadCardAsync();
        var seen = (await Comparison.CompareAsync(Actor.InRole("a", "Auditor", Role.Auditor), person.Id, default)).Value;
        Assert.True(seen.IsMasked);
        Assert.True(seen.Fields[0].Differs);
        Assert.Equal("测**", seen.Fields[0].Confirmed);
        Assert.All(seen.Fields, field => Assert.Contains('*', field.Read!));
        Assert.Empty(await LooksAsync(person));
    }

    [Fact]
    public async Task A_look_in_the_clear_takes_the_right_and_is_recorded_with_its_reason()
    {
        var person = await ReadCardAsync();
        var auditor = Actor.InRole("a", "Auditor", Role.Auditor);
        Assert.Equal(PortalError.AccessDenied, (await Reveal.IdentityAsync(auditor, person.Id, RevealReason.Review, default)).Errors[0].Code);
        Assert.Empty(await LooksAsync(person));
        await Reveal.IdentityAsync(SessionDriver.Operator, person.Id, RevealReason.SuspectedFraud, default);
        Assert.Equal("SuspectedFraud", Assert.Single(await LooksAsync(person)).Note);
    }

    [Fact]
    public async Task Of_somebody_who_never_came_there_is_what_was_submitted()
    {
        var person = await SessionDriver.CreateAsync(portal);
        var seen = (await Comparison.CompareAsync(SessionDriver.Operator, person.Id, default)).Value;
        Assert.Equal([IdentityField.Name, IdentityField.Number], seen.Fields.Select(field => field.Field));
        Assert.Equal("session-unknown", (await Comparison.CompareAsync(SessionDriver.Operator, Guid.NewGuid(), default)).Errors[0].Code);
    }

    /// <summary>The card says one name and the person confirms another.</summary>
    private async Task<SessionDriver> ReadCardAsync()
    {
        var person = await SessionDriver.CreateAsync(portal, "1002");
        await person.StartAsync();
        await portal.Sandbox.ControlAsync("complete", new { verify_token = person.VerifyToken, name = "测试乙" });
        await person.ComeBackAsync();
        return person;
    }

    private async Task<List<AuditEntry>> LooksAsync(SessionDriver person)
    {
        await using var db = await portal.Get<PortalStore>().ReadAsync(default);
        return await db.Set<AuditEntry>().Where(entry => entry.Action == AuditAction.PersonalDataSeen && entry.Target == $"session/{person.Id}").ToListAsync();
    }
}
