using AngleSharp.Dom;
using Bunit;
using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Plans;
using FaceH5Portal.TestKit;
using FaceH5Portal.Web.Pages.Operator;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace FaceH5Portal.Web.Tests;

public sealed class PlanPagesTests : IAsyncLifetime
{
    private static readonly Actor Administrator = Actor.InRole("test-administrator", "Administrator", Role.Administrator);

    private PortalHarness portal = null!;
    private Plan plan = null!;

    public async Task InitializeAsync()
    {
        portal = await PortalHarness.StartAsync();
        plan = (await portal.Get<PlanService>().ListAsync(Administrator, CancellationToken.None)).Value[0];
    }

    public async Task DisposeAsync() => await portal.DisposeAsync();

    [Theory]
    [InlineData(Role.Operator, 0)]
    [InlineData(Role.Administrator, 1)]
    public async Task The_list_shows_every_plan_and_the_administrator_a_way_to_add_one(Role role, int buttons)
    {
        await using var context = new ConsoleContext(portal, role);
        var page = context.Render<PlansPage>();
        page.WaitForAssertion(() => Assert.Equal(SandboxPlans.All.Count, page.FindAll("[data-testid=plan-row]").Count));
        Assert.Equal(buttons, page.FindAll("[data-testid=new-plan]").Count);
    }

    [Fact]
    public async Task The_list_follows_a_change_without_a_reload()
    {
        await using var context = new ConsoleContext(portal);
        var page = context.Render<PlansPage>();
        page.WaitForElement("[data-testid=plan-open]");
        await RenameAsync("Account opening");
        page.WaitForAssertion(() => Assert.Equal("Account opening", page.Find("[data-testid=plan-open]").TextContent));
    }

    [Fact]
    public async Task An_operator_reads_a_plan_and_is_told_why_that_is_all()
    {
        await using var context = new ConsoleContext(portal);
        var page = Show(context, plan.Id);
        Assert.True(Find(page, "plan-form").HasAttribute("disabled"));
        Assert.Equal("You lack the permission: manage plans.", Find(page, "plan-read-only").TextContent);
        Assert.Empty(page.FindAll("[data-testid=plan-save]"));
        Assert.Equal("1001", Find(page, "plan-vendor-id").GetAttribute("value"));
    }

    [Fact]
    public async Task An_administrator_saves_what_is_typed_prices_in_yuan_included()
    {
        await using var context = new ConsoleContext(portal, Role.Administrator);
        var page = Show(context, plan.Id);
        Find(page, "plan-name").Change(" Account opening ");
        Find(page, "plan-threshold").Change("85");
        Find(page, "plan-price").Change("1.2");
        Find(page, "plan-url-stays").Change(true);
        Find(page, "plan-save").Click();
        page.WaitForAssertion(() => Assert.EndsWith("/plans", Address(context), StringComparison.Ordinal));
        var expected = plan.Terms with { Name = "Account opening", Threshold = 85, ComparisonPrice = 12_000, UrlStaysOnFailure = true };
        Assert.Equal((expected, 2), await StoredAsync());
    }

    [Fact]
    public async Task A_plan_that_somebody_changed_meanwhile_is_not_overwritten()
    {
        await using var context = new ConsoleContext(portal, Role.Administrator);
        var page = Show(context, plan.Id);
        await RenameAsync("Theirs");
        Find(page, "plan-name").Change("Mine");
        Find(page, "plan-save").Click();
        page.WaitForAssertion(() => Assert.Equal("changed-meanwhile", Find(page, "error").GetAttribute("data-code")));
        Assert.Equal("Mine", Find(page, "plan-name").GetAttribute("value"));
        Assert.Equal("Theirs", (await StoredAsync()).Terms.Name);
    }

    [Fact]
    public async Task Each_fault_of_a_new_plan_is_told_and_nothing_typed_is_lost()
    {
        await using var context = new ConsoleContext(portal, Role.Administrator);
        var page = Show(context, null);
        Find(page, "plan-name").Change("Account opening");
        Find(page, "plan-vendor-id").Change("P-1");
        Find(page, "plan-entry").Change("None");
        Find(page, "plan-save").Click();
        page.WaitForAssertion(() => Assert.Equal(["text-required", "plan-vendor-id", "plan-authority-without-entry"],
            page.FindAll("[data-testid=error]").Select(error => error.GetAttribute("data-code")!)));
        Assert.StartsWith("Purpose: ", page.Find("[data-testid=error]").TextContent, StringComparison.Ordinal);
        Assert.Equal(("Account opening", "P-1"), (Find(page, "plan-name").GetAttribute("value"), Find(page, "plan-vendor-id").GetAttribute("value")));
        Assert.DoesNotContain("/plans", Address(context), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Controls_of_an_uploaded_photo_appear_with_the_photo()
    {
        await using var context = new ConsoleContext(portal, Role.Administrator);
        var page = Show(context, null);
        Assert.Empty(page.FindAll("[data-testid=plan-quality], [data-testid=plan-liveness]"));
        Find(page, "plan-source").Change("OwnPhoto");
        Assert.Equal(2, page.FindAll("[data-testid=plan-quality], [data-testid=plan-liveness]").Count);
    }

    [Fact]
    public async Task An_unknown_plan_is_said_in_words()
    {
        await using var context = new ConsoleContext(portal);
        var page = context.Render<PlanPage>(parameters => parameters.Add(p => p.Id, Guid.NewGuid()));
        page.WaitForAssertion(() => Assert.Equal("plan-unknown", Find(page, "error").GetAttribute("data-code")));
    }

    private static IRenderedComponent<PlanPage> Show(ConsoleContext context, Guid? id)
    {
        var page = context.Render<PlanPage>(parameters => parameters.Add(p => p.Id, id));
        page.WaitForElement("[data-testid=plan-form]");
        return page;
    }

    private static IElement Find(IRenderedComponent<PlanPage> page, string testId) => page.Find($"[data-testid={testId}]");

    private static string Address(ConsoleContext context) => context.Services.GetRequiredService<NavigationManager>().Uri;

    private async Task RenameAsync(string name)
    {
        var saved = await portal.Get<PlanService>().ChangeAsync(
            Administrator, plan.Id, plan.Version, plan.Terms with { Name = name }, CancellationToken.None);
        Assert.True(saved.Ok);
    }

    private async Task<(PlanTerms Terms, int Version)> StoredAsync()
    {
        var stored = (await portal.Get<PlanService>().GetAsync(Administrator, plan.Id, CancellationToken.None)).Value;
        return (stored.Terms, stored.Version);
    }
}
