using Bunit;
using FaceH5Portal.TestKit;
using FaceH5Portal.Web.Pages.Shared;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace FaceH5Portal.Web.Tests;

public sealed class CountdownTests : IAsyncLifetime
{
    private readonly FakeTimeProvider clock = new(PortalHarness.Start);
    private PortalHarness portal = null!;

    public async Task InitializeAsync() => portal = await PortalHarness.StartAsync();

    public async Task DisposeAsync() => await portal.DisposeAsync();

    [Fact]
    public async Task It_ticks_with_the_clock_until_it_is_over()
    {
        await using var context = Context();
        var shown = Show(context, clock.GetUtcNow().UtcDateTime + TimeSpan.FromHours(2));
        Assert.Equal(("2 h 0 min 0 s", "1"), Read(shown));
        Move(TimeSpan.FromMinutes(90), shown, "0 h 30 min 0 s", "0.25");
        Move(TimeSpan.FromSeconds(1799), shown, "0 h 0 min 1 s", "0");
        Move(TimeSpan.FromSeconds(1), shown, "over", "0");
        Move(TimeSpan.FromDays(1), shown, "over", "0");
    }

    [Fact]
    public async Task More_than_a_day_is_told_in_days()
    {
        await using var context = Context();
        Assert.Equal("2 d 3 h 4 min", Read(Show(context, clock.GetUtcNow().UtcDateTime + new TimeSpan(2, 3, 4, 5))).Words);
    }

    [Fact]
    public async Task The_end_is_shown_in_the_portals_zone()
    {
        await using var context = Context();
        var shown = Show(context, new DateTime(2026, 3, 1, 20, 0, 0, DateTimeKind.Utc));
        Assert.Equal("2026-03-02 04:00:00", shown.Find("small").TextContent);
    }

    [Fact]
    public async Task What_does_not_run_says_so()
    {
        await using var context = Context();
        var shown = Show(context, null);
        Assert.Equal("not running", shown.Find("strong").TextContent);
        Assert.Empty(shown.FindAll("progress"));
    }

    private ConsoleContext Context()
    {
        var context = new ConsoleContext(portal);
        context.Services.AddSingleton<TimeProvider>(clock);
        return context;
    }

    private static IRenderedComponent<Countdown> Show(ConsoleContext context, DateTime? until) => context.Render<Countdown>(parameters => parameters
        .Add(c => c.Label, "Token").Add(c => c.TestId, "window").Add(c => c.UntilUtc, until).Add(c => c.Window, TimeSpan.FromHours(2)));

    private void Move(TimeSpan by, IRenderedComponent<Countdown> shown, string words, string share)
    {
        clock.Advance(by);
        shown.WaitForAssertion(() => Assert.Equal((words, share), Read(shown)));
    }

    private static (string Words, string Share) Read(IRenderedComponent<Countdown> shown) =>
        (shown.Find("strong").TextContent, shown.Find("progress").GetAttribute("value")!);
}
