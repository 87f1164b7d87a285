using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Privacy.Notices;
using FaceH5Portal.Core.Sessions.Journey;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FaceH5Portal.Web.Tests.Host;

/// <summary>A business puts its own words in the place of the portal's.</summary>
public sealed class WrittenNoticeTests : IAsyncLifetime
{
    private const string Text = "# Why\n{organization} ({support}) asks for {purpose}.\n# Where it goes\n{sent} {vendor}\n# How long\n{days}";

    private static readonly Actor Admin = Actor.InRole("test-admin", "Administrator", Role.Administrator);

    private PortalHost portal = null!;

    public Task InitializeAsync()
    {
        portal = PortalHost.With(new Dictionary<string, string?> { ["Portal:Organization"] = "Testbank", ["Portal:Support"] = "400-000" });
        return Task.CompletedTask;
    }

    public async Task DisposeAsync() => await portal.DisposeAsync();

    [Fact]
    public async Task People_read_it_in_their_language_with_its_places_filled_and_their_consent_keeps_its_version()
    {
        var session = await portal.CreateSessionAsync();
        await PublishAsync(Text, 0);
        using var visitor = portal.Visit();
        await visitor.OpenAsync(session.Link);
        var notice = Visitor.Find(await visitor.ReadAsync("/verify"), "consent-notice");
        Assert.Equal(["Why", "Where it goes", "How long"], notice.QuerySelectorAll("dt").Select(part => part.TextContent));
        Assert.StartsWith("Testbank (400-000) asks for ", notice.QuerySelector("dd")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(TextResources.English["Consent.Vendor"], notice.TextContent, StringComparison.Ordinal);
        (await visitor.StartAsync(agreed: true)).Dispose();
        var (consent, words) = await ConsentAsync(session.Id);
        Assert.Equal("v1", consent.TextVersion);
        Assert.Equal(string.Join('\n', notice.Children.Select(part => part.TextContent)), words.Text);
    }

    [Fact]
    public async Task Who_agrees_to_words_that_were_replaced_meanwhile_is_shown_the_new_ones_first()
    {
        var session = await portal.CreateSessionAsync();
        using var visitor = portal.Visit();
        await visitor.OpenAsync(session.Link);
        var form = Visitor.Hidden(await visitor.ReadAsync("/verify"), Visitor.FormOf("verify-start"));
        await PublishAsync(Text, 0);
        using var answer = await visitor.PostAsync("/verify", [.. form, ("Agreed", "yes")]);
        var page = await Visitor.PageOfAsync(answer);
        Assert.Equal("notice-changed", Visitor.Find(page, "verify-error").GetAttribute("data-code"));
        Assert.Equal("Why", page.QuerySelector("dt")!.TextContent);
        await using (var db = await portal.Services.GetRequiredService<PortalStore>().ReadAsync(CancellationToken.None))
            Assert.Empty(await db.Set<ConsentRecord>().ToListAsync());
        (await visitor.StartAsync(agreed: true)).Dispose();
        Assert.Equal("v1", (await ConsentAsync(session.Id)).Item1.TextVersion);
    }

    private async Task PublishAsync(string text, int expected)
    {
        var desk = portal.Services.GetRequiredService<NoticeDesk>();
        var draft = await desk.DraftAsync(Admin, expected, text, text, CancellationToken.None);
        Assert.True((await desk.PublishAsync(Admin, draft.Value, CancellationToken.None)).Ok);
    }

    private async Task<(ConsentRecord, ConsentText)> ConsentAsync(Guid session)
    {
        await using var db = await portal.Services.GetRequiredService<PortalStore>().ReadAsync(CancellationToken.None);
        var consent = await db.Set<ConsentRecord>().SingleAsync(record => record.SessionId == session);
        return (consent, await db.Set<ConsentText>().SingleAsync(text => text.Sha256 == consent.TextSha256));
    }
}
