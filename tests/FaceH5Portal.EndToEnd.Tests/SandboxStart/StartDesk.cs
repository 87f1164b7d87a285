using System.Security.Cryptography;
using System.Text;
using FaceH5Portal.Sandbox;
using FaceH5Portal.TestKit;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FaceH5Portal.EndToEnd.Tests.SandboxStart;

/// <summary>A sandbox that stands alone, and an integrator before its start page.</summary>
internal sealed class StartDesk : IAsyncDisposable
{
    private readonly List<string> faults = [];

    private StartDesk(SandboxServer sandbox, IBrowserContext context, IPage page) =>
        (Sandbox, Context, Page) = (sandbox, context, page);

    public SandboxServer Sandbox { get; }

    public IBrowserContext Context { get; }

    public IPage Page { get; }

    /// <summary>What the browser complained about.</summary>
    public IReadOnlyList<string> Faults => faults;

    public static async Task<StartDesk> OpenAsync(IBrowser browser, BrowserNewContextOptions? options = null)
    {
        var sandbox = await SandboxServer.StartAsync(
            new SandboxClock(TimeProvider.System), Directory.CreateTempSubdirectory("start-").FullName, TimeSpan.FromSeconds(1));
        var context = await browser.NewContextAsync(options ?? new() { Locale = "en", Permissions = ["camera"] });
        var desk = new StartDesk(sandbox, context, await context.NewPageAsync());
        desk.Page.PageError += (_, fault) => desk.faults.Add(fault);
        desk.Page.Console += (_, said) => { if (said.Type == "error") desk.faults.Add(said.Text); };
        await desk.Page.GotoAsync(sandbox.Address.AbsoluteUri);
        return desk;
    }

    public ILocator Find(string testId) => Page.GetByTestId(testId);

    /// <summary>Lines of the journal, newest first, by the end of their path.</summary>
    public ILocator Calls(string path) => Find("start-call").Filter(new() { HasText = path });

    public ILocator Switch(string name) => Page.Locator($"[data-switch={name}]").GetByTestId("start-switch-value");

    public async Task BeginAsync(string plan, string outcome = "")
    {
        await Find("start-plan").SelectOptionAsync(plan);
        await Find("start-outcome").SelectOptionAsync(outcome);
        await Find("start-try").ClickAsync();
    }

    /// <summary>A photo check with Juhe, as a business's server makes it; null where no answer came.</summary>
    public async Task<string?> CheckPhotoAsync()
    {
        using var server = new HttpClient { BaseAddress = Sandbox.Address };
        try
        {
            using var answer = await server.PostAsync("verifyface/verifyEncry", new FormUrlEncodedContent(new Dictionary<string, string>
            {
                ["key"] = "sandbox-juhe-key",
                // A number, a name and a photo, encrypted for the sandbox's openid.
                ["idcard"] = Encrypted("11010519491231002X"),
                ["realname"] = Encrypted("张三"),
                ["image"] = Encrypted(Convert.ToBase64String(Photos.Of(320, 240))),
            }));
            return await answer.Content.ReadAsStringAsync();
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }

    public Task SeesVerdictAsync(bool passed) =>
        Expect(Find("start-verdict")).ToHaveAttributeAsync("data-outcome", passed ? "passed" : "failed");

    /// <summary>As Juhe's document says: AES-128/ECB/PKCS5, the key from the MD5 of the openid.</summary>
    private static string Encrypted(string plain)
    {
        using var aes = Aes.Create();
        aes.Key = Encoding.ASCII.GetBytes(Convert.ToHexStringLower(MD5.HashData("JH0123456789abcdef0123456789abcdef"u8))[..16]);
        return Convert.ToBase64String(aes.EncryptEcb(Encoding.UTF8.GetBytes(plain), PaddingMode.PKCS7));
    }

    public async ValueTask DisposeAsync()
    {
        await Context.DisposeAsync();
        await Sandbox.DisposeAsync();
    }
}
