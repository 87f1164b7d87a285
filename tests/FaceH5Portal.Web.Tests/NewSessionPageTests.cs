using Bunit;
using FaceH5Portal.Core.Access;
using FaceH5Portal.TestKit;
using FaceH5Portal.Web.Pages.Operator;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;

namespace FaceH5Portal.Web.Tests;

public sealed class NewSessionPageTests : IAsyncLifetime
{
    private PortalHarness portal = null!;

    public async Task InitializeAsync() => portal = await PortalHarness.StartAsync();

    public async Task DisposeAsync() => await portal.DisposeAsync();

    [Theory]
    [InlineData("1001", 1, 0)]
    [InlineData("1004", 0, 1)]
    [InlineData("1005", 0, 0)]
    [InlineData("1002", 0, 0)]
    public async Task The_form_asks_for_what_the_plan_needs(string plan, int names, int photos)
    {
        await using var context = new ConsoleContext(portal);
        var page = Show(context);
        Choose(page, plan);
        Assert.Equal((names, photos), (page.FindAll("[data-testid=name-input]").Count, page.FindAll("[data-testid=photo-input]").Count));
    }

    [Fact]
    public async Task A_fault_is_shown_in_place_and_nothing_typed_is_lost()
    {
        await using var context = new ConsoleContext(portal);
        var page = Show(context);
        page.Find("[data-testid=name-input]").Change("测试甲");
        page.Find("[data-testid=number-input]").Change("123");
        page.Find("[data-testid=create-session]").Click();
        page.WaitForAssertion(() => Assert.Equal("number-length", page.Find("[data-testid=error]").GetAttribute("data-code")));
        Assert.Equal("测试甲", page.Find("[data-testid=name-input]").GetAttribute("value"));
        Assert.Equal("123", page.Find("[data-testid=number-input]").GetAttribute("value"));
        var field = page.FindComponents<MudTextField<string>>().Single(f => f.Markup.Contains("number-input", StringComparison.Ordinal));
        Assert.Contains(TextResources.English["Error.number-length"], field.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_fault_is_told_at_once()
    {
        await using var context = new ConsoleContext(portal);
        var page = Show(context);
        page.Find("[data-testid=reference-input]").Change(new string('7', 65));
        page.Find("[data-testid=create-session]").Click();
        page.WaitForAssertion(() => Assert.Equal(["text-too-long", "name-empty", "number-empty"],
            page.FindAll("[data-testid=error]").Select(error => error.GetAttribute("data-code")!)));
    }

    [Fact]
    public async Task A_look_at_another_plan_loses_nothing_that_was_typed()
    {
        await using var context = new ConsoleContext(portal);
        var page = Show(context);
        page.Find("[data-testid=name-input]").Change("测试甲");
        Choose(page, "1005");
        Choose(page, "1006");
        Assert.Equal("测试甲", page.Find("[data-testid=name-input]").GetAttribute("value"));
    }

    [Fact]
    public async Task A_photo_is_judged_when_it_is_chosen()
    {
        await using var context = new ConsoleContext(portal);
        var page = Show(context);
        Choose(page, "1004");
        page.FindComponent<InputFile>().UploadFiles(InputFileContent.CreateFromBinary(Photos.Of(1920, 1080), "large.jpg"));
        page.WaitForAssertion(() => Assert.Contains("1920×1080", page.Find("[data-testid=photo-error]").TextContent, StringComparison.Ordinal));
        page.FindComponent<InputFile>().UploadFiles(InputFileContent.CreateFromBinary(Photos.Of(320, 240), "good.jpg"));
        page.WaitForAssertion(() => Assert.Contains("good.jpg", page.Markup, StringComparison.Ordinal));
        Assert.Empty(page.FindAll("[data-testid=photo-error]"));
        page.Find("[data-testid=create-session]").Click();
        page.WaitForAssertion(() => Assert.Contains("/sessions/", Address(context), StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_plan_that_compares_with_a_photo_asks_for_it()
    {
        await using var context = new ConsoleContext(portal);
        var page = Show(context);
        Choose(page, "1004");
        page.Find("[data-testid=create-session]").Click();
        page.WaitForAssertion(() => Assert.Equal(TextResources.English["Error.photo-missing"], page.Find("[data-testid=photo-error]").TextContent));
    }

    [Fact]
    public async Task A_wrong_check_digit_is_a_warning_that_can_be_overridden()
    {
        await using var context = new ConsoleContext(portal);
        var page = Show(context);
        page.Find("[data-testid=name-input]").Change("测试甲");
        page.Find("[data-testid=number-input]").Change("11010119900307001X");
        page.Find("[data-testid=create-session]").Click();
        page.WaitForElement("[data-testid=accept-check-digit]").Change(true);
        page.Find("[data-testid=create-session]").Click();
        page.WaitForAssertion(() => Assert.Contains("/sessions/", Address(context), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_is_asked_already_is_asked_again_only_when_that_was_seen()
    {
        var running = await SessionDriver.CreateAsync(portal, "1001");
        await using var context = new ConsoleContext(portal);
        var page = Show(context);
        Choose(page, "1001");
        page.Find("[data-testid=name-input]").Change("测试甲");
        page.Find("[data-testid=number-input]").Change(SessionDriver.Number);
        page.Find("[data-testid=create-session]").Click();
        Assert.Equal($"/sessions/{running.Id}", page.WaitForElement("[data-testid=duplicate]").GetAttribute("href"));
        Assert.DoesNotContain("/sessions/", Address(context), StringComparison.Ordinal);

        // One more that nobody has seen comes between.
        page.Find("[data-testid=accept-duplicates]").Change(true);
        await SessionDriver.CreateAsync(portal, "1001");
        page.Find("[data-testid=create-session]").Click();
        page.WaitForAssertion(() => Assert.Equal(2, page.FindAll("[data-testid=duplicate]").Count));
        Assert.DoesNotContain("/sessions/", Address(context), StringComparison.Ordinal);

        page.Find("[data-testid=accept-duplicates]").Change(true);
        page.Find("[data-testid=create-session]").Click();
        page.WaitForAssertion(() => Assert.Contains("/sessions/", Address(context), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_may_not_create_is_told_which_permission_is_missing()
    {
        await using var context = new ConsoleContext(portal, Role.Auditor);
        var page = Show(context);
        page.Find("[data-testid=create-session]").Click();
        page.WaitForAssertion(() => Assert.Contains("create verifications", page.Find("[data-testid=error]").TextContent, StringComparison.Ordinal));
    }

    private static IRenderedComponent<NewSessionPage> Show(ConsoleContext context)
    {
        var page = context.Render<NewSessionPage>();
        page.WaitForElement("[data-testid=new-session-form]");
        return page;
    }

    private static void Choose(IRenderedComponent<NewSessionPage> page, string plan)
    {
        var option = page.FindAll("[data-testid=plan-select] option").Single(o => o.TextContent.StartsWith(plan, StringComparison.Ordinal));
        page.Find("[data-testid=plan-select]").Change(option.GetAttribute("value"));
    }

    private static string Address(ConsoleContext context) => context.Services.GetRequiredService<NavigationManager>().Uri;
}
