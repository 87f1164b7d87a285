using Microsoft.Playwright;

namespace FaceH5Portal.EndToEnd.Tests.Support;

/// <summary>The browser's own authenticator that is made of software, for pages on which somebody uses a passkey.</summary>
internal static class Authenticator
{
    public static async Task<IPage> NewPageWithAuthenticatorAsync(this IBrowserContext context)
    {
        var page = await context.NewPageAsync();
        var devtools = await context.NewCDPSessionAsync(page);
        await devtools.SendAsync("WebAuthn.enable");
        await devtools.SendAsync("WebAuthn.addVirtualAuthenticator", new Dictionary<string, object>
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2",
                ["transport"] = "internal",
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = true,
                ["isUserVerified"] = true,
                ["automaticPresenceSimulation"] = true,
            },
        });
        return page;
    }
}
