using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Sessions;
using FaceH5Portal.Core.Sessions.Reviewing;
using FaceH5Portal.TestKit;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.Tests.Sessions.Reviewing;

public sealed class NoteTests : IAsyncLifetime
{
    private PortalHarness portal = null!;
    private SessionDriver person = null!;

    private SessionNotes Notes => portal.Get<SessionNotes>();

    public async Task InitializeAsync()
    {
        portal = await PortalHarness.StartAsync();
        person = await SessionDriver.CreateAsync(portal);
    }

    public async Task DisposeAsync() => await portal.DisposeAsync();

    [Fact]
    public async Task Notes_stand_in_the_order_they_were_written_with_who_and_when()
    {
        await Notes.WriteAsync(SessionDriver.Operator, person.Id, " Called them. ", default);
        portal.Advance(TimeSpan.FromMinutes(5));
        await Notes.WriteAsync(SessionDriver.Operator, person.Id, "They called back.", default);
        var notes = (await Notes.ListAsync(SessionDriver.Operator, person.Id, default)).Value;
        Assert.Equal(["Called them.", "They called back."], notes.Select(note => note.Text));
        Assert.Equal((SessionDriver.Operator.Id, portal.NowUtc), (notes[1].WrittenBy, notes[1].WrittenAtUtc));
    }

    [Fact]
    public async Task A_note_is_sealed_and_takes_the_right_to_see_people()
    {
        await Notes.WriteAsync(SessionDriver.Operator, person.Id, "about-the-person", default);
        await using var db = await portal.Get<PortalStore>().ReadAsync(default);
        Assert.True((await db.Set<SessionNote>().SingleAsync()).SealedText.AsSpan().IndexOf("about"u8) < 0);
        var auditor = Actor.InRole("a", "Auditor", Role.Auditor);
        Assert.Equal(PortalError.AccessDenied, (await Notes.ListAsync(auditor, person.Id, default)).Errors[0].Code);
        Assert.Equal(PortalError.AccessDenied, (await Notes.WriteAsync(auditor, person.Id, "x", default)).Errors[0].Code);
    }

    [Theory]
    [InlineData("  ", "text-required")]
    [InlineData(null, "text-too-long")]
    public async Task A_note_says_something_and_not_too_much(string? text, string code) =>
        Assert.Equal(code, (await Notes.WriteAsync(SessionDriver.Operator, person.Id, text ?? new string('x', 2001), default)).Errors[0].Code);

    [Fact]
    public async Task Of_somebody_erased_no_note_is_readable_and_none_is_added()
    {
        await Notes.WriteAsync(SessionDriver.Operator, person.Id, "Words about a person.", default);
        Assert.True((await portal.Get<PersonErasure>().EraseAsync(
            Actor.InRole("admin", "Administrator", Role.Administrator), person.Id, "They asked for it.", null, default)).Ok);
        Assert.Empty(Assert.Single((await Notes.ListAsync(SessionDriver.Operator, person.Id, default)).Value).Text);
        Assert.Equal("subject-erased", (await Notes.WriteAsync(SessionDriver.Operator, person.Id, "More.", default)).Errors[0].Code);
    }
}
