using Bunit;
using FaceH5Portal.Core.Access;
using FaceH5Portal.TestKit;
using FaceH5Portal.Web.Pages.Operator;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

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
    public async Task The_form_asks_for_what_the_plan_needs(string plan, int names, int photos)
    {
        await using var context = new ConsoleContext(portal);
        var page = Show(context);
        var option = page.FindAll("[data-testid=plan-select] option").Single(o => o.TextContent.StartsWith(plan, StringComparison.Ordinal));
        page.Find("[data-testid=plan-select]").Change(option.GetAttribute("value"));
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
        var navigation = context.Services.GetRequiredService<NavigationManager>();
        page.WaitForAssertion(() => Assert.Contains("/sessions/", navigation.Uri, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_may_not_create_is_told_which_permission_is_missing()
    {
        await using var context = new ConsoleContext(portal, Role.Auditor);
        var page = Show(context);
        page.Find("[data-testid=create-session]").Click();
        page.WaitForAssertion(() => Assert.Contains("CreateSessions", page.Find("[data-testid=error]").TextContent, StringComparison.Ordinal));
    }

    private static IRenderedComponent<NewSessionPage> Show(ConsoleContext context)
    {
        var page = context.Render<NewSessionPage>();
        page.WaitForElement("[data-testid=new-session-form]");
        return page;
    }
}
