using Bunit;
using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Webhooks.Delivering;
using FaceH5Portal.Core.Webhooks.Endpoints;
using FaceH5Portal.TestKit;
using FaceH5Portal.Vendors.Webhooks;
using FaceH5Portal.Web.Display;
using FaceH5Portal.Web.Pages.Admin.Telling;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace FaceH5Portal.Web.Tests.Telling;

public sealed class WebhookPagesTests : IAsyncLifetime
{
    private static readonly Actor Administrator = Actor.InRole("test-administrator", "Administrator", Role.Administrator);

    private PortalHarness portal = null!;
    private WebhookReceiver receiver = null!;

    public async Task InitializeAsync()
    {
        portal = await PortalHarness.StartAsync(also: services => services.AddSingleton(new WebhookReach { ThisMachine = true, PlainHttp = true }));
        receiver = await WebhookReceiver.StartAsync();
    }

    public async Task DisposeAsync()
    {
        await receiver.DisposeAsync();
        await portal.DisposeAsync();
    }

    [Fact]
    public async Task An_endpoint_is_added_tested_moved_to_another_secret_and_disabled()
    {
        await using var context = new ConsoleContext(portal, Role.Administrator);
        var page = context.Render<WebhooksPage>();
        page.WaitForElement("[data-testid=webhooks-empty]");
        page.Find("[data-testid=webhook-url]").Change(receiver.Address.ToString());
        page.Find("[data-testid=webhook-type][data-type='session.created']").Change(false);
        page.Find("[data-testid=webhook-save]").Click();
        var secret = page.WaitForElement("[data-testid=webhook-secret]").TextContent;
        page.WaitForElement("[data-testid=webhook-test]").Click();
        page.WaitForAssertion(() => Assert.Equal("1", page.Find("[data-testid=webhook-waiting]").TextContent));
        Assert.Equal(1, await portal.Get<DeliveryPass>().RunAsync(CancellationToken.None));
        Assert.True(receiver.Taken[0].IsSignedBy(secret));
        page.WaitForAssertion(() => Assert.Equal("0", page.Find("[data-testid=webhook-waiting]").TextContent));
        page.Find("[data-testid=webhook-rotate]").Click();
        page.WaitForAssertion(() => Assert.NotEqual(secret, page.Find("[data-testid=webhook-secret]").TextContent));
        page.Find("[data-testid=webhook-switch]").Click();
        page.WaitForAssertion(() => Assert.Equal("ByHand", page.Find("[data-testid=webhook-reason]").GetAttribute("data-reason")));
        Assert.DoesNotContain("session.created", (await OnlyAsync()).Types);
    }

    [Fact]
    public async Task An_endpoint_is_changed_or_left_as_it_is()
    {
        await AddAsync();
        await using var context = new ConsoleContext(portal, Role.Administrator);
        var page = context.Render<WebhooksPage>();
        page.WaitForElement("[data-testid=webhook-change]").Click();
        page.Find("[data-testid=webhook-description]").Change("CRM");
        page.Find("[data-testid=webhook-cancel]").Click();
        page.Find("[data-testid=webhook-change]").Click();
        Assert.Equal("", page.Find("[data-testid=webhook-description]").GetAttribute("value") ?? "");
        page.Find("[data-testid=webhook-url]").Change("http://10.0.0.7/hook");
        page.Find("[data-testid=webhook-save]").Click();
        page.WaitForAssertion(() => Assert.Equal("webhook-url-refused", page.Find("[data-testid=error]").GetAttribute("data-code")));
        page.Find("[data-testid=webhook-url]").Change(receiver.Address + "/other");
        page.Find("[data-testid=webhook-save]").Click();
        page.WaitForAssertion(() => Assert.EndsWith("/other", page.Find("[data-testid=webhook-open]").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_log_shows_one_delivery_with_what_went_out_and_came_back_and_sends_it_again()
    {
        receiver.Answer = async (_, http, ct) => await http.Response.WriteAsync("thanks", ct);
        var id = await AddAsync();
        await portal.Get<DeliveryDesk>().TestAsync(Administrator, id, CancellationToken.None);
        await portal.Get<DeliveryPass>().RunAsync(CancellationToken.None);
        await using var context = new ConsoleContext(portal, Role.Administrator);
        var page = Open(context, id, "open=1");
        Assert.Contains($"webhook-id: {receiver.Taken[0].Id}", page.WaitForElement("[data-testid=delivery-headers]").TextContent, StringComparison.Ordinal);
        Assert.Contains(receiver.Taken[0].Headers["webhook-signature"], page.Find("[data-testid=delivery-headers]").TextContent, StringComparison.Ordinal);
        Assert.Equal(receiver.Taken[0].Body, page.Find("[data-testid=delivery-body]").TextContent);
        Assert.EndsWith("thanks", page.Find("[data-testid=delivery-answer]").TextContent, StringComparison.Ordinal);
        page.Find("[data-testid=delivery-resend]").Click();
        page.WaitForAssertion(() => Assert.Equal(2, page.FindAll("[data-testid=delivery-row]").Count));
        await portal.Get<DeliveryPass>().RunAsync(CancellationToken.None);
        Assert.Equal(receiver.Taken[0].Id, receiver.Taken[1].Id);
    }

    [Fact]
    public async Task The_log_is_narrowed_by_state_event_and_session()
    {
        var id = await AddAsync();
        await SessionDriver.CreateAsync(portal);
        await portal.Get<DeliveryPass>().RunAsync(CancellationToken.None);
        var waiting = await SessionDriver.CreateAsync(portal);
        await portal.Get<DeliveryDesk>().TestAsync(Administrator, id, CancellationToken.None);
        await using var context = new ConsoleContext(portal, Role.Administrator);
        Assert.Equal(3, Rows("").Count);
        Assert.Equal(["Delivered"], Rows("state=Delivered").Select(row => row.GetAttribute("data-state")));
        Assert.Equal(["webhook.test"], Rows("type=webhook.test").Select(row => row.GetAttribute("data-type")));
        Assert.Equal(["Waiting"], Rows($"session={waiting.Id}").Select(row => row.GetAttribute("data-state")));
        Assert.Equal(3, Rows("state=nonsense&type=nonsense&session=nonsense").Count);

        IReadOnlyList<AngleSharp.Dom.IElement> Rows(string query)
        {
            var page = Open(context, id, query);
            page.WaitForElement("[data-testid=deliveries-table]");
            return page.FindAll("[data-testid=delivery-row]");
        }
    }

    [Fact]
    public async Task What_was_missed_is_sent_by_one_click()
    {
        var id = await AddAsync();
        await SessionDriver.CreateAsync(portal);
        await portal.Get<EndpointDesk>().DisableAsync(Administrator, id, CancellationToken.None);
        await portal.Get<EndpointDesk>().EnableAsync(Administrator, id, CancellationToken.None);
        await using var context = new ConsoleContext(portal, Role.Administrator);
        var page = Open(context, id, "");
        page.WaitForElement("[data-testid=webhook-resend-since]").Click();
        Assert.Equal("1", page.WaitForElement("[data-testid=webhook-resent]").GetAttribute("data-count"));
        await portal.Get<DeliveryPass>().RunAsync(CancellationToken.None);
        Assert.Equal("session.created", Assert.Single(receiver.Taken).Type);
    }

    [Theory]
    [InlineData(Role.Operator)]
    [InlineData(Role.Auditor)]
    public async Task Who_does_not_manage_webhooks_sees_none(Role role)
    {
        var id = await AddAsync();
        await using var context = new ConsoleContext(portal, role);
        Assert.Equal("access-denied", context.Render<WebhooksPage>().WaitForElement("[data-testid=error]").GetAttribute("data-code"));
        Assert.Equal("access-denied", Open(context, id, "").WaitForElement("[data-testid=error]").GetAttribute("data-code"));
    }

    [Fact]
    public async Task An_endpoint_that_there_is_not_is_told_as_such()
    {
        await using var context = new ConsoleContext(portal, Role.Administrator);
        Assert.Equal("not-found", Open(context, Guid.NewGuid(), "").WaitForElement("[data-testid=error]").GetAttribute("data-code"));
    }

    private static IRenderedComponent<WebhookPage> Open(ConsoleContext context, Guid id, string query)
    {
        context.Services.GetRequiredService<NavigationManager>().NavigateTo($"{PortalRoutes.Webhook(id)}?{query}");
        return context.Render<WebhookPage>(parameters => parameters.Add(page => page.Id, id));
    }

    private async Task<Guid> AddAsync() => (await portal.Get<EndpointDesk>().CreateAsync(
        Administrator, new EndpointTerms { Url = receiver.Address.ToString() }, CancellationToken.None)).Value.Id;

    private async Task<EndpointView> OnlyAsync() => Assert.Single((await portal.Get<DeliveryQueries>().ListAsync(Administrator, CancellationToken.None)).Value);
}
