using FaceH5Portal.EndToEnd.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FaceH5Portal.EndToEnd.Tests;

/// <summary>Passkeys, with the browser's own authenticator that is made of software.</summary>
[Collection(BrowserTests.Name)]
public sealed class SignInTests(Chromium chromium) : IAsyncLifetime
{
    private PortalProcess portal = null!;
    private IBrowserContext house = null!;
    private IBrowserContext home = null!;
    private OperatorDriver administrator = null!;

    public async Task InitializeAsync()
    {
        portal = await PortalProcess.StartAsync();
        house = await chromium.WithCamera.NewContextAsync(new() { Locale = "en" });
        home = await chromium.WithCamera.NewContextAsync(new() { Locale = "en" });
        administrator = new OperatorDriver(await house.NewPageAsync(), portal.Address);
        await administrator.OpenAsync();
        await administrator.ActAsAsync("Administrator");
    }

    public async Task DisposeAsync()
    {
        await house.DisposeAsync();
        await home.DisposeAsync();
        await portal.DisposeAsync();
    }

    [Fact]
    public async Task Who_was_invited_makes_a_passkey_comes_again_with_it_and_is_gone_when_signed_out_from_elsewhere()
    {
        var person = new OperatorDriver(await home.NewPageWithAuthenticatorAsync(), portal.Address);
        await person.Page.GotoAsync(await InviteAsync("Lin", "lin@house.example"));
        await person.ClickAsync("welcome-enter");
        await Expect(person.Find("account-unfinished")).ToBeVisibleAsync();
        await person.ClickAsync("passkey-add");
        await Expect(person.Find("passkey-row")).ToHaveCountAsync(1);
        await person.ClickAsync("account-home");
        await Expect(person.Find("person-name")).ToHaveTextAsync("Lin");

        await person.ClickAsync("sign-out");
        await person.ClickAsync("passkey-sign-in");
        await Expect(person.Find("home-new-session")).ToBeVisibleAsync();
        await Expect(person.Find("person-name")).ToHaveTextAsync("Lin");

        await administrator.Page.Locator("[data-testid=person-row][data-login='lin@house.example']").GetByTestId("person-open").ClickAsync();
        await administrator.ClickAsync("person-sign-out");
        await Expect(person.Find("sign-in-title")).ToBeVisibleAsync();
        Assert.DoesNotContain("fail:", portal.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_page_that_is_open_goes_on_as_whoever_signed_in_anew()
    {
        var other = new OperatorDriver(await house.NewPageAsync(), portal.Address);
        await other.OpenAsync("sessions");
        foreach (var role in new[] { "Auditor", "Reviewer", "Operator", "Administrator" })
        {
            await administrator.ActAsAsync(role);
            await Expect(other.Find("role-form")).ToHaveAttributeAsync("data-role", role);
            Assert.Equal("/sessions", new Uri(other.Page.Url).AbsolutePath);
        }
    }

    [Fact]
    public async Task A_passkey_of_nobody_lets_nobody_in_and_says_no_more_than_a_wrong_password()
    {
        var person = new OperatorDriver(await home.NewPageWithAuthenticatorAsync(), portal.Address);
        await person.Page.GotoAsync(await InviteAsync("Wei", "wei@house.example"));
        await person.ClickAsync("welcome-enter");
        await person.ClickAsync("passkey-add");
        await Expect(person.Find("passkey-row")).ToHaveCountAsync(1);
        await administrator.Page.Locator("[data-testid=person-row][data-login='wei@house.example']").GetByTestId("person-open").ClickAsync();
        await administrator.ClickAsync("person-reset");
        await Expect(administrator.Find("invitation-link")).ToBeVisibleAsync();
        await person.Page.GotoAsync(new Uri(portal.Address, "/sign-in").ToString());
        await person.ClickAsync("passkey-sign-in");
        await Expect(person.Find("sign-in-error")).ToHaveAttributeAsync("data-code", "sign-in-failed");
        Assert.DoesNotContain("fail:", portal.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_click_is_somebody_of_the_demonstration_and_leads_to_where_one_wanted_to_go()
    {
        var page = await home.NewPageAsync();
        foreach (var role in new[] { "Operator", "Reviewer", "Auditor", "Administrator" })
        {
            await home.ClearCookiesAsync();
            await page.GotoAsync(new Uri(portal.Address, "/sessions?status=Passed").ToString());
            await page.Locator($"[data-testid=demo-sign-in][data-role={role}]").ClickAsync();
            await Expect(page.GetByTestId("role-form")).ToHaveAttributeAsync("data-role", role);
            await Expect(page).ToHaveURLAsync(new Uri(portal.Address, "/sessions?status=Passed").ToString());
        }
    }

    private async Task<string> InviteAsync(string name, string login)
    {
        await administrator.OpenAsync("admin/people");
        await administrator.Find("invite-name").FillAsync(name);
        await administrator.Find("invite-login").FillAsync(login);
        await administrator.ClickAsync("invite-send");
        return await administrator.Find("invitation-link").InnerTextAsync();
    }
}
