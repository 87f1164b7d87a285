using Bunit;
using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Privacy.Notices;
using FaceH5Portal.Core.Privacy.Requesting;
using FaceH5Portal.TestKit;
using FaceH5Portal.Web.Pages.Admin;
using FaceH5Portal.Web.Pages.Shared;
using Microsoft.AspNetCore.Components;

namespace FaceH5Portal.Web.Tests.Protecting;

public sealed class PrivacyPagesTests : IAsyncLifetime
{
    private const string Notice = "# Who asks\n{organization}, {support}\n# What for\n{purpose}\n# What is sent\n{sent} {vendor}\n# How long\n{days}";

    private static readonly Actor Admin = Actor.InRole("test-admin", "Administrator", Role.Administrator);

    private PortalHarness portal = null!;

    public async Task InitializeAsync() => portal = await PortalHarness.StartAsync();

    public async Task DisposeAsync() => await portal.DisposeAsync();

    [Fact]
    public async Task The_desk_counts_people_and_shows_which_plans_nobody_has_assessed()
    {
        await (await SessionDriver.CreateAsync(portal)).GoThroughAsync();
        await using var console = new ConsoleContext(portal, Role.Administrator);
        var page = console.Render<PrivacyPage>();
        Assert.Equal("1", page.Find("[data-testid=head-people]").GetAttribute("data-people"));
        Assert.All(page.FindAll("[data-testid=assess-row]"), row => Assert.Equal("Assess.Missing", row.GetAttribute("data-state")));
        await page.Find("[data-testid=assess-open]").ClickAsync(new());
        Fill(page, "assess-necessity", "Needed.");
        Fill(page, "assess-risks", "Leaks.");
        await page.Find("[data-testid=assess-save]").ClickAsync(new());
        page.WaitForElement("[data-code=text-required]");
        Fill(page, "assess-measures", "Encrypted.");
        await page.Find("[data-testid=assess-save]").ClickAsync(new());
        page.WaitForAssertion(() => Assert.Equal("Assess.Current", page.Find("[data-testid=assess-row]").GetAttribute("data-state")));
    }

    [Fact]
    public async Task A_request_is_noted_read_and_answered()
    {
        var session = await SessionDriver.CreateAsync(portal);
        await using var console = new ConsoleContext(portal, Role.Administrator);
        var page = console.Render<PrivacyPage>();
        Fill(page, "request-number", "not a number");
        Fill(page, "request-asked", "Please show me everything.");
        await page.Find("[data-testid=request-save]").ClickAsync(new());
        page.WaitForElement("[data-code=session-unknown]");
        Fill(page, "request-number", session.Id.ToString());
        await page.Find("[data-testid=request-save]").ClickAsync(new());
        page.WaitForElement("[data-testid=request-row][data-state=Open]");
        Assert.DoesNotContain("show me everything", page.Find("[data-testid=requests] table").TextContent, StringComparison.Ordinal);
        await page.Find("[data-testid=request-open]").ClickAsync(new());
        page.WaitForAssertion(() => Assert.Equal("Please show me everything.", page.Find("[data-testid=request-words]").TextContent));
        Fill(page, "request-answer", "Sent by post.");
        await page.Find("[data-testid=request-fulfil]").ClickAsync(new());
        page.WaitForElement("[data-testid=request-row][data-state=Fulfilled]");
    }

    [Fact]
    public async Task Who_does_not_manage_privacy_reads_what_is_no_secret_and_is_told_what_is_missing()
    {
        await portal.Get<RequestDesk>().ReceiveAsync(Admin, (await SessionDriver.CreateAsync(portal)).Id, SubjectRequestKind.Access, "words", default);
        await using var console = new ConsoleContext(portal, Role.Auditor);
        var page = console.Render<PrivacyPage>();
        Assert.NotEmpty(page.FindAll("[data-testid=assess-row]"));
        Assert.Empty(page.FindAll("[data-testid=request-row], [data-testid=assess-save], [data-testid=request-save]"));
        Assert.Contains("manage privacy", page.Find("[data-testid=requests]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_clock_beyond_the_usual_takes_a_purpose_on_the_page_as_well()
    {
        await using var console = new ConsoleContext(portal, Role.Administrator);
        var page = console.Render<RetentionPage>();
        await page.Find("[data-testid=retention-row][data-plan='1006'] [data-testid=retention-open]").ClickAsync(new());
        Fill(page, "retention-video", "10");
        Fill(page, "retention-identity", "30");
        await page.Find("[data-testid=retention-save]").ClickAsync(new());
        page.WaitForElement("[data-code=retention-purpose-missing]");
        Fill(page, "retention-purpose", "Disputes with the bank");
        await page.Find("[data-testid=retention-save]").ClickAsync(new());
        page.WaitForAssertion(() => Assert.Contains("30", page.Find("[data-testid=retention-row][data-plan='1006'] [data-testid=retention-identity-days]").TextContent, StringComparison.Ordinal));
        Assert.Empty(page.FindAll("[data-testid=retention-form]"));
    }

    [Fact]
    public async Task What_was_deleted_stands_there_with_its_proof()
    {
        await (await SessionDriver.CreateAsync(portal)).GoThroughAsync();
        portal.Advance(TimeSpan.FromDays(4));
        await using var console = new ConsoleContext(portal, Role.Auditor);
        Assert.NotEmpty(console.Render<RetentionPage>().FindAll("[data-testid=retention-overdue]"));
        await portal.SweepAsync();
        var page = console.Render<RetentionPage>();
        Assert.Matches("[0-9a-f]{64}", page.Find("[data-testid=run-row][data-rule=TimeOver] code").TextContent);
        Assert.Empty(page.FindAll("[data-testid=retention-overdue], [data-testid=retention-open]"));
    }

    [Fact]
    public async Task A_notice_without_its_clause_is_kept_as_a_draft_and_not_published()
    {
        await using var console = new ConsoleContext(portal, Role.Administrator);
        var page = console.Render<NoticesPage>();
        Fill(page, "notice-chinese", Notice, "textarea");
        Fill(page, "notice-english", Notice.Replace("{vendor}", "", StringComparison.Ordinal), "textarea");
        await page.Find("[data-testid=notice-publish]").ClickAsync(new());
        page.WaitForElement("[data-code=notice-no-vendor]");
        page.WaitForElement("[data-testid=notice-version][data-published=false]");
        Fill(page, "notice-english", Notice, "textarea");
        await page.Find("[data-testid=notice-publish]").ClickAsync(new());
        page.WaitForElement("[data-testid=notice-version][data-published=true]");
        Assert.Equal(1, (await portal.Get<NoticeDesk>().CurrentAsync(default))?.Number);
    }

    [Fact]
    public async Task A_hold_is_placed_and_lifted_on_the_page_of_the_session()
    {
        var session = await SessionDriver.CreateAsync(portal);
        await using var console = new ConsoleContext(portal, Role.Administrator);
        var panel = console.Render<HoldPanel>(set => set.Add(hold => hold.SessionId, session.Id));
        await panel.Find("[data-testid=hold-change]").ClickAsync(new());
        panel.WaitForElement("[data-code=reason-empty]");
        Fill(panel, "hold-reason", "Court file 88");
        await panel.Find("[data-testid=hold-change]").ClickAsync(new());
        panel.WaitForElement("[data-held=true]");
        Fill(panel, "hold-reason", "Settled");
        await panel.Find("[data-testid=hold-change]").ClickAsync(new());
        panel.WaitForElement("[data-held=false]");
        Assert.Contains("Settled", panel.Find("[data-testid=hold]").TextContent, StringComparison.Ordinal);
    }

    private static void Fill<T>(IRenderedComponent<T> page, string testId, string text, string element = "input, textarea") where T : IComponent
    {
        var field = page.Find($"[data-testid={testId}]");
        (field.Matches("input, textarea") ? field : field.QuerySelector(element)!).Change(text);
    }
}
