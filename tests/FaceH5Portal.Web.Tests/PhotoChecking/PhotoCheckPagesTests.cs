using Bunit;
using FaceH5Portal.Core.Access;
using FaceH5Portal.TestKit;
using FaceH5Portal.Vendors.Photos;
using FaceH5Portal.Web.Pages.Operator.PhotoChecking;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace FaceH5Portal.Web.Tests.PhotoChecking;

public sealed class PhotoCheckPagesTests : IAsyncLifetime
{
    private PortalHarness portal = null!;

    public async Task InitializeAsync() => portal = await PortalHarness.StartAsync();

    public async Task DisposeAsync() => await portal.DisposeAsync();

    [Fact]
    public async Task A_check_shows_its_verdict_its_score_by_its_own_mark_its_charge_and_its_story()
    {
        var made = await PhotoDriver.CheckAsync(portal, "测试score42", PhotoVendor.Linkface);
        await using var context = new ConsoleContext(portal);
        var page = Show(context, made.CheckIds[0]);
        Assert.Equal("Uncertain", page.Find("[data-testid=check-head] [data-testid=check-mark]").GetAttribute("data-outcome"));
        Assert.Equal("42 / 45", Text(page, "check-score"));
        Assert.Equal(TextResources.English["PhotoNext.NewPhoto"], Text(page, "check-what-next"));
        Assert.Equal("Yes", page.Find("[data-testid=check-charged]").GetAttribute("data-charged"));
        Assert.Equal("¥1.00", Text(page, "charge-amount"));
        Assert.Equal(["Consented", "Created", "Asked", "Ended"], page.FindAll("[data-testid=timeline-entry]").Select(entry => entry.GetAttribute("data-kind")!));
        Assert.Empty(page.FindAll("[data-testid=check-not-comparable], [data-testid=check-unknown]"));
    }

    [Fact]
    public async Task Its_photo_is_told_as_it_was_handed_in_and_as_it_went_to_the_vendor_and_is_kept()
    {
        var made = await PhotoDriver.CheckAsync(portal, "测试甲", Photos.Of(1600, 1200), PhotoVendor.Juhe);
        await using var context = new ConsoleContext(portal);
        var page = Show(context, made.CheckIds[0]);
        Assert.StartsWith($"{TextResources.English["PhotoChecks.HandedIn"]}: 1600×1200", Text(page, "check-photo"), StringComparison.Ordinal);
        Assert.StartsWith($"{TextResources.English["PhotoChecks.Kept"]}: 800×600", Text(page, "check-photo-kept"), StringComparison.Ordinal);
        portal.Advance(TimeSpan.FromDays(3) + TimeSpan.FromMinutes(1));
        await portal.SweepAsync();
        Assert.Empty(Show(context, made.CheckIds[0]).FindAll("[data-testid=check-photo-kept]"));
    }

    [Fact]
    public async Task Several_vendors_on_one_photo_stand_side_by_side_each_by_its_own_mark_and_none_by_anothers()
    {
        var made = await PhotoDriver.CheckAsync(portal, "测试score65", PhotoVendor.Juhe, PhotoVendor.TencentV2, PhotoVendor.Linkface);
        await using var context = new ConsoleContext(portal);
        var page = Show(context, made.CheckIds[0]);
        Assert.NotEmpty(page.FindAll("[data-testid=check-not-comparable]"));
        Assert.Equal([("Juhe", "Match", "65 / 60"), ("TencentV2", "NoMatch", "65 / 70"), ("Linkface", "Match", "65 / 45")],
            page.FindAll("[data-testid=check-result]").Select(row => (row.GetAttribute("data-vendor")!,
                row.QuerySelector("[data-testid=check-mark]")!.GetAttribute("data-outcome")!, row.QuerySelector("[data-testid=check-score]")!.TextContent)));
        Assert.Equal(made.CheckIds.Skip(1).Select(id => $"/photo-checks/{id}"), page.FindAll("[data-testid=check-other]").Select(link => link.GetAttribute("href")!));
    }

    [Fact]
    public async Task The_vendors_answer_is_opened_when_asked_for_without_the_person_and_without_the_other_vendors()
    {
        var made = await PhotoDriver.CheckAsync(portal, "测试甲", PhotoVendor.Juhe, PhotoVendor.Linkface);
        await using var context = new ConsoleContext(portal);
        var page = Show(context, made.CheckIds[1]);
        Assert.Empty(page.FindAll("[data-testid=answer]"));
        page.Find("[data-testid=answers-show]").Click();
        var answer = page.WaitForElement("[data-testid=answer]");
        Assert.Single(page.FindAll("[data-testid=answer]"));
        Assert.StartsWith("Linkface", answer.QuerySelector("summary")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("\"certificate_score\": 87.3", answer.QuerySelector("[data-testid=answer-body]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("\"selfie_image_id\": \"***\"", answer.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(SessionDriver.Number, page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_no_answer_came_there_is_none_to_open()
    {
        portal.Wire.LoseAnswersOf("verifyface/verifyEncry");
        var made = await PhotoDriver.CheckAsync(portal, "测试甲", PhotoVendor.Juhe);
        await using var context = new ConsoleContext(portal);
        Assert.Empty(Show(context, made.CheckIds[0]).FindAll("[data-testid=answers-show]"));
    }

    [Fact]
    public async Task An_unknown_end_says_what_to_do_and_ends_when_somebody_has_found_out()
    {
        portal.Wire.LoseAnswersOf("verifyface/verifyEncry");
        var made = await PhotoDriver.CheckAsync(portal, "测试甲", PhotoVendor.Juhe);
        await using var context = new ConsoleContext(portal, Role.Administrator);
        var page = Show(context, made.CheckIds[0]);
        Assert.Equal("EndUnknown", page.Find("[data-testid=check-head] [data-testid=check-mark]").GetAttribute("data-state"));
        Assert.Contains("Juhe", Text(page, "check-unknown"), StringComparison.Ordinal);
        Assert.NotEmpty(page.FindAll("[data-testid=charges-empty]"));
        page.Find("[data-testid=settle-charged]").Click();
        page.WaitForAssertion(() => Assert.Equal("text-required", page.Find("[data-testid=error]").GetAttribute("data-code")));
        page.Find("[data-testid=settle-reason]").Change("On the bill of March, line 7");
        page.Find("[data-testid=settle-charged]").Click();
        page.WaitForElement("[data-testid=check-settled]");
        Assert.Empty(page.FindAll("[data-testid=check-unknown]"));
        Assert.Equal("¥1.00", Text(page, "charge-amount"));
    }

    [Fact]
    public async Task Who_does_not_manage_the_money_reads_who_can_settle_an_unknown_charge()
    {
        portal.Wire.LoseAnswersOf("verifyface/verifyEncry");
        var made = await PhotoDriver.CheckAsync(portal, "测试甲", PhotoVendor.Juhe);
        await using var context = new ConsoleContext(portal);
        var page = Show(context, made.CheckIds[0]);
        Assert.Contains(TextResources.English["PhotoChecks.SettleWho"], Text(page, "check-unknown"), StringComparison.Ordinal);
        Assert.Empty(page.FindAll("[data-testid=settle-charged]"));
    }

    [Fact]
    public async Task The_person_and_the_photo_are_covered_until_somebody_says_why_they_look()
    {
        var made = await PhotoDriver.CheckAsync(portal, "测试甲", PhotoVendor.Juhe);
        await using var context = new ConsoleContext(portal);
        var page = Show(context, made.CheckIds[0]);
        Assert.Equal("测** 110***********0011", Text(page, "check-person"));
        Assert.NotEmpty(page.FindAll("[data-testid=image-covered]"));
        await page.Find("form:has([data-testid=reveal])").SubmitAsync();
        page.WaitForAssertion(() => Assert.Equal($"测试甲 {SessionDriver.Number}", Text(page, "check-person")));
        await page.Find("form:has([data-testid=pictures-show])").SubmitAsync();
        page.WaitForElement("[data-testid=image-photo]");
    }

    [Fact]
    public async Task An_erased_person_is_gone_from_the_page_and_what_was_charged_stays()
    {
        var made = await PhotoDriver.CheckAsync(portal, "测试甲", PhotoVendor.Juhe);
        await using var context = new ConsoleContext(portal, Role.Administrator);
        var page = Show(context, made.CheckIds[0]);
        page.Find("[data-testid=check-erase]").Click();
        page.Find("[data-testid=erase-reason]").Change("They asked for it");
        page.Find("[data-testid=erase-confirm]").Click();
        page.WaitForAssertion(() => Assert.Equal(TextResources.English["Session.Erased"], Text(page, "check-person")));
        Assert.Equal("¥1.00", Text(page, "charge-amount"));
        Assert.Empty(page.FindAll("[data-testid=check-erase], [data-testid=reveal]"));
    }

    [Fact]
    public async Task The_list_shows_the_newest_first_follows_and_keeps_its_filters_in_its_address()
    {
        await using var context = new ConsoleContext(portal);
        var page = context.Render<PhotoChecksPage>();
        page.WaitForElement("[data-testid=photo-checks-empty]");
        var made = await PhotoDriver.CheckAsync(portal, "测试甲", PhotoVendor.Juhe);
        page.WaitForElement("[data-testid=photo-check-row]");
        portal.Advance(TimeSpan.FromMinutes(1));
        var second = await PhotoDriver.CheckAsync(portal, "测试idname2", PhotoVendor.Linkface);
        page.WaitForAssertion(() => Assert.Equal([second.CheckIds[0].ToString(), made.CheckIds[0].ToString()],
            page.FindAll("[data-testid=photo-check-row]").Select(row => row.GetAttribute("data-check")!)));
        page.Find("[data-testid=filter-vendor]").Change(((int)PhotoVendor.Juhe).ToString(System.Globalization.CultureInfo.InvariantCulture));
        await page.Find("[data-testid=photo-filters]").SubmitAsync();
        page.WaitForAssertion(() => Assert.Single(page.FindAll("[data-testid=photo-check-row]")));
        Assert.EndsWith("/photo-checks?vendor=Juhe", context.Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_looked_for_by_name_stands_in_no_address()
    {
        await PhotoDriver.CheckAsync(portal, "测试甲", PhotoVendor.Juhe);
        await PhotoDriver.CheckAsync(portal, "测试乙", PhotoVendor.Juhe);
        await using var context = new ConsoleContext(portal);
        var page = context.Render<PhotoChecksPage>();
        page.WaitForAssertion(() => Assert.Equal(2, page.FindAll("[data-testid=photo-check-row]").Count));
        page.Find("[data-testid=filter-name]").Change("测试乙");
        await page.Find("[data-testid=photo-filters]").SubmitAsync();
        page.WaitForAssertion(() => Assert.Single(page.FindAll("[data-testid=photo-check-row]")));
        Assert.DoesNotContain("测试乙", Uri.UnescapeDataString(context.Services.GetRequiredService<NavigationManager>().Uri), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_session_without_a_camera_offers_a_photo_instead_and_shows_what_it_said()
    {
        var session = await SessionDriver.CreateAsync(portal);
        await using var context = new ConsoleContext(portal);
        var panel = context.Render<InsteadPanel>(set => set.Add(one => one.SessionId, session.Id));
        Assert.Equal($"/photo-checks/new?session={session.Id}", panel.WaitForElement("[data-testid=instead-open]").GetAttribute("href"));
        await PhotoDriver.InsteadAsync(portal, session.Id);
        Assert.Contains("Juhe", panel.WaitForElement("[data-testid=instead-check]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_session_that_has_passed_or_a_viewer_who_may_not_check_is_offered_no_photo()
    {
        var passed = await SessionDriver.CreateAsync(portal);
        await passed.GoThroughAsync();
        await using var console = new ConsoleContext(portal);
        Assert.Empty(console.Render<InsteadPanel>(set => set.Add(one => one.SessionId, passed.Id)).FindAll("[data-testid=instead-panel]"));
        var waiting = await SessionDriver.CreateAsync(portal);
        await using var auditor = new ConsoleContext(portal, Role.Auditor);
        Assert.Empty(auditor.Render<InsteadPanel>(set => set.Add(one => one.SessionId, waiting.Id)).FindAll("[data-testid=instead-open]"));
    }

    private static IRenderedComponent<CheckPage> Show(ConsoleContext context, Guid id)
    {
        var page = context.Render<CheckPage>(set => set.Add(one => one.Id, id));
        page.WaitForElement("[data-testid=check-head], [data-testid=errors]");
        return page;
    }

    private static string Text(IRenderedComponent<CheckPage> page, string testId) => page.Find($"[data-testid={testId}]").TextContent.Trim();
}
