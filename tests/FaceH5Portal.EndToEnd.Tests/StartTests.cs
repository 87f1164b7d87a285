using System.Diagnostics;
using System.Net;
using FaceH5Portal.EndToEnd.Tests.Support;
using FaceH5Portal.TestKit;

namespace FaceH5Portal.EndToEnd.Tests;

/// <summary>How the process starts, and how it refuses to.</summary>
public sealed class StartTests
{
    [Fact]
    public async Task The_sandbox_is_refused_in_production_in_one_sentence() => await RefusesAsync(
        new() { ["ASPNETCORE_ENVIRONMENT"] = "Production", ["Vendors__Environment"] = "Sandbox" },
        "Vendors:Environment is Sandbox, and this is Production.");

    [Theory]
    [InlineData("http://0.0.0.0:0")]
    [InlineData("http://*:0")]
    public async Task Any_address_but_loopback_is_refused(string urls) =>
        await RefusesAsync(new() { ["Urls"] = urls }, "listens on loopback only");

    [Fact]
    public async Task A_second_process_on_the_same_database_is_refused()
    {
        await using var first = await PortalProcess.StartAsync();
        await RefusesAsync(
            new() { ["ConnectionStrings__Portal"] = $"Data Source={Path.Combine(first.Folder, "portal.db")}" },
            "Another process is using the database");
        await first.AnswersAsync();
    }

    [Fact]
    public async Task A_database_that_cannot_be_written_is_told_with_its_path() =>
        await RefusesAsync(new() { ["ConnectionStrings__Portal"] = "Data Source=/proc/portal.db" }, "/proc/portal.db");

    [Fact]
    public async Task Production_without_keys_shows_what_is_missing_and_calls_nobody()
    {
        await using var portal = PortalProcess.Launch(PortalProcess.Build, WithoutKeys());
        await portal.AnswersAsync();
        await ShowsSetupAsync(portal);
    }

    [Fact]
    public async Task Production_with_a_master_key_file_that_is_not_there_says_so()
    {
        var settings = WithoutKeys();
        settings["Portal__MasterKeyFile"] = "/nowhere/master.key";
        await using var portal = PortalProcess.Launch(PortalProcess.Build, settings);
        await portal.AnswersAsync();
        await ShowsSetupAsync(portal);
    }

    [Fact]
    public async Task The_published_program_starts_from_any_directory()
    {
        var output = Directory.CreateTempSubdirectory("published-").FullName;
        await PublishAsync(output);
        await using (var portal = PortalProcess.Launch(Path.Combine(output, "FaceH5Portal.Web.dll"), WithoutKeys(), Path.GetPathRoot(output)))
        {
            await portal.AnswersAsync();
            await ShowsSetupAsync(portal);
            using var http = new HttpClient { BaseAddress = portal.Address };
            Assert.Equal(HttpStatusCode.OK, (await http.GetAsync(new Uri("/end-user.css", UriKind.Relative))).StatusCode);
        }
        Directory.Delete(output, recursive: true);
    }

    private static Dictionary<string, string> WithoutKeys() => new()
    {
        ["ASPNETCORE_ENVIRONMENT"] = "Production",
        ["Portal__MasterKeyFile"] = "",
    };

    private static async Task ShowsSetupAsync(PortalProcess portal)
    {
        using var http = new HttpClient { BaseAddress = portal.Address };
        http.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en");
        var page = await http.GetStringAsync(new Uri("/sessions", UriKind.Relative));
        Assert.Contains("FaceH5Portal is not set up yet", page, StringComparison.Ordinal);
        foreach (var setting in new[] { "Vendors:Baidu:ApiKey", "Vendors__Baidu__SecretKey", "Portal:MasterKey" })
            Assert.Contains(setting, page, StringComparison.Ordinal);
    }

    private static async Task RefusesAsync(Dictionary<string, string> settings, string words)
    {
        await using var portal = PortalProcess.Launch(PortalProcess.Build, settings);
        Assert.NotEqual(0, await portal.EndsAsync());
        Assert.Contains(words, portal.Log, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", portal.Log, StringComparison.Ordinal);
    }

    private static async Task PublishAsync(string output)
    {
        var project = Path.Combine(Repository.Root, "src", "FaceH5Portal.Web");
        using var publish = Process.Start(new ProcessStartInfo("dotnet", ["publish", project, "-c", "Release", "-o", output, "-v", "q", "--nologo"])
        {
            RedirectStandardOutput = true,
        })!;
        var said = await publish.StandardOutput.ReadToEndAsync();
        await publish.WaitForExitAsync();
        Assert.True(publish.ExitCode == 0, said);
    }
}
