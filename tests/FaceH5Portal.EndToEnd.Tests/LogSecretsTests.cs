using System.Text.RegularExpressions;
using System.Web;
using FaceH5Portal.EndToEnd.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace FaceH5Portal.EndToEnd.Tests;

[Collection(BrowserTests.Name)]
public sealed partial class LogSecretsTests(Chromium chromium)
{
    private const string Canary = "CanaryThatMustBeFound";
    private const string Name = "测试柳絮飞";
    private const string Number = "110101199003070011";

    internal static readonly Dictionary<string, string> Loudest = new()
    {
        ["Logging__LogLevel__Default"] = "Trace",
        ["Logging__LogLevel__Microsoft"] = "Trace",
        ["Logging__LogLevel__System.Net"] = "Trace",
        ["Logging__LogLevel__System.Net.Http"] = "Trace",
        ["Logging__LogLevel__Polly"] = "Trace",
    };

    [Fact]
    public async Task The_loudest_log_of_the_main_path_holds_no_secret_and_no_person()
    {
        await using var portal = await PortalProcess.StartAsync(Loudest);
        var secrets = await WalkAsync(portal);
        using var http = new HttpClient { BaseAddress = portal.Address };
        await http.GetAsync(new Uri($"/{Canary}", UriKind.Relative));

        var log = portal.Log;
        Assert.Contains(Canary, log, StringComparison.Ordinal);
        Assert.Contains("System.Net.Http.HttpClient", log, StringComparison.Ordinal);
        Assert.Contains("trce: Microsoft.AspNetCore", log, StringComparison.Ordinal);
        var lines = log.Split('\n');
        Assert.Equal([], secrets.SelectMany(secret => lines.Where(line => Holds(line, secret.Value)).Select(line => $"{secret.Key}: {line}")));
    }

    private async Task<Dictionary<string, string>> WalkAsync(PortalProcess portal)
    {
        await using var context = await chromium.WithCamera.NewContextAsync(new() { Locale = "en", Permissions = ["camera"] });
        var console = new OperatorDriver(await context.NewPageAsync(), portal.Address);
        await console.OpenAsync();
        var link = await console.CreateSessionAsync(Name, Number);
        var person = new EndUserDriver(await context.NewPageAsync());
        await person.AgreeAndStartAsync(link);
        var capture = HttpUtility.ParseQueryString(new Uri(person.Page.Url).Query);
        await person.ShowFaceAsync();
        await person.Find("capture-finish").ClickAsync();
        await console.SeesStatusAsync("Passed");
        await console.ShowPicturesAsync();
        await Expect(console.Find("image-face")).ToBeVisibleAsync();
        using var sandbox = new SandboxControl(portal.Sandbox);
        var state = capture["successUrl"]!.Split('/')[^1];
        Assert.Equal(capture["token"], Assert.Single(await sandbox.VerifyTokensAsync()));
        return new Dictionary<string, string>
        {
            ["name"] = Name,
            ["id number"] = Number,
            ["link code"] = link.Split('/')[^1],
            ["return state"] = state,
            ["verify_token"] = capture["token"]!,
            ["access token"] = AccessTokenOf(portal),
            ["secret key"] = "sandbox-secret-key",
            ["api key"] = "sandbox-api-key",
            ["master key"] = await File.ReadAllTextAsync(Path.Combine(portal.Folder, "master.key")),
        };
    }

    private static bool Holds(string log, string secret) => new[]
    {
        secret, Uri.EscapeDataString(secret), HttpUtility.UrlEncode(secret), string.Concat(secret.Select(letter => $"\\u{(int)letter:X4}")),
    }.Any(form => log.Contains(form, StringComparison.OrdinalIgnoreCase));

    private static string AccessTokenOf(PortalProcess portal)
    {
        var state = string.Concat(Directory.GetFiles(Path.Combine(portal.Folder, "sandbox"), "*.jsonl").Select(ReadShared));
        var found = AccessToken().Match(state);
        Assert.True(found.Success, "The sandbox remembers no access token.");
        return found.Value;
    }

    private static string ReadShared(string path)
    {
        using var reader = new StreamReader(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        return reader.ReadToEnd();
    }

    [GeneratedRegex(@"24\.[0-9a-f]{32}\.2592000\.\d+\.[\d-]+")]
    private static partial Regex AccessToken();
}
