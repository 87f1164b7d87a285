using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FaceH5Portal.EndToEnd.Tests.Support;

/// <summary>What an operator does, counted in clicks.</summary>
public sealed class OperatorDriver(IPage page, Uri portal)
{
    public int Clicks { get; private set; }

    public IPage Page => page;

    public async Task OpenAsync() => await page.GotoAsync(portal.ToString());

    public ILocator Find(string testId) => page.GetByTestId(testId);

    public async Task ClickAsync(string testId)
    {
        Clicks++;
        await Find(testId).First.ClickAsync();
    }

    public async Task FillIdentityAsync(string name, string number)
    {
        await Find("name-input").FillAsync(name);
        await Find("number-input").FillAsync(number);
    }

    public async Task ChoosePlanAsync(string label) =>
        await Find("plan-select").SelectOptionAsync(new SelectOptionValue { Label = label });

    /// <summary>From the first page to a session with its link.</summary>
    public async Task<string> CreateSessionAsync(string name, string number)
    {
        await ClickAsync("home-new-session");
        await FillIdentityAsync(name, number);
        await ClickAsync("create-session");
        await Expect(Find("session-link").Or(Find("accept-duplicates"))).ToBeVisibleAsync();
        if (await Find("accept-duplicates").IsVisibleAsync())
        {
            await ClickAsync("accept-duplicates");
            await ClickAsync("create-session");
        }
        await Expect(Find("session-link")).ToBeVisibleAsync();
        return (await Find("session-link").GetAttributeAsync("href"))!;
    }

    public async Task SeesStatusAsync(string status) =>
        await Expect(Find("session-head").GetByTestId("status")).ToHaveAttributeAsync("data-status", status,
            new() { Timeout = 20_000 });

    public async Task SeesAttemptAsync(string outcome, string code, string amount)
    {
        await Expect(Find("attempt-outcome").First).ToHaveTextAsync(outcome);
        await Expect(Find("attempt-code").First).ToHaveTextAsync(code);
        await Expect(Find("charge-amount").First).ToHaveTextAsync(amount);
    }

    /// <summary>Says why the pictures of the session are looked at.</summary>
    public async Task ShowPicturesAsync()
    {
        await ClickAsync("pictures-show");
        await Expect(Find("pictures-open")).ToBeVisibleAsync();
    }

    public async Task ActAsAsync(string role)
    {
        await Find("role-select").SelectOptionAsync(role);
        await ClickAsync("role-submit");
        await Expect(Find("role-form")).ToHaveAttributeAsync("data-role", role, new() { Timeout = 20_000 });
    }

    /// <summary>Presses Tab until the element has the focus; more presses than the page has stops mean that none leads there.</summary>
    public async Task TabToAsync(string testId)
    {
        for (var presses = 0; presses < 80; presses++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.EvaluateAsync<string?>("document.activeElement?.dataset?.testid ?? null") == testId)
                return;
        }
        Assert.Fail($"No key leads to {testId}.");
    }
}
