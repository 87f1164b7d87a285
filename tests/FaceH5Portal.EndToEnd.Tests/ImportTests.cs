using System.Text;
using FaceH5Portal.Core.Sessions.Importing;
using FaceH5Portal.EndToEnd.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FaceH5Portal.EndToEnd.Tests;

[Collection(BrowserTests.Name)]
public sealed class ImportTests(Chromium chromium)
{
    private const string People = "姓名,证件号码,业务编号\n测试柳絮飞,110101199003070038,A-1\n测试丙,123,A-2\n测试丙,110101199003070054,A-3\n";

    [Fact]
    public async Task By_keyboard_alone_a_table_is_looked_at_brought_in_and_its_links_fetched()
    {
        await using var portal = await PortalProcess.StartAsync(LogSecretsTests.Loudest);
        await using var context = await chromium.WithCamera.NewContextAsync(new() { Locale = "en", ViewportSize = new() { Width = 360, Height = 780 } });
        var console = new OperatorDriver(await context.NewPageAsync(), portal.Address);
        // Watched from the start: a browser told to hand over its dialog only as the key is pressed may get the key first.
        console.Page.FileChooser += (_, _) => { };
        await OpenAsync(console);
        await Expect(console.Page.Locator("h1")).ToBeFocusedAsync();
        await console.TabToAsync("import-file");
        var chooser = await console.Page.RunAndWaitForFileChooserAsync(() => console.Page.Keyboard.PressAsync("Enter"));
        await chooser.SetFilesAsync(FileOf(People));
        await Expect(console.Find("import-line")).ToHaveCountAsync(1);
        await Expect(console.Find("import-line")).ToHaveAttributeAsync("data-state", "Wrong");
        Assert.Empty(await PageFaults.FindAsync("what would come of a table", console.Page));

        await console.TabToAsync("import-confirm");
        await console.Page.Keyboard.PressAsync("Enter");
        await Expect(console.Find("import-run")).ToHaveAttributeAsync("data-stage", "Done");
        Assert.Empty(await PageFaults.FindAsync("what came of a table", console.Page));
        await console.TabToAsync("import-result");
        var download = await console.Page.RunAndWaitForDownloadAsync(() => console.Page.Keyboard.PressAsync("Enter"));
        var lines = await File.ReadAllLinesAsync(await download.PathAsync());
        Assert.Equal(4, lines.Length);
        Assert.Equal([true, false, true], lines[1..].Select(line => line.Contains("/v/", StringComparison.Ordinal)));

        foreach (var secret in new[] { "测试柳絮飞", "110101199003070038", "110101199003070054", lines[1].Split('/')[^1].TrimEnd('"') })
            Assert.DoesNotContain(secret, portal.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_table_that_a_killed_process_left_half_done_is_finished_by_giving_it_again()
    {
        const int Lines = 3000;
        var file = FileOf("reference\n" + string.Join('\n', Enumerable.Range(1, Lines).Select(line => $"A-{line}")));
        await using var portal = await PortalProcess.StartAsync();
        await using var context = await chromium.WithCamera.NewContextAsync(new() { Locale = "en" });
        var console = new OperatorDriver(await context.NewPageAsync(), portal.Address);
        await OpenAsync(console);
        await BeginAsync(console, file);
        await Expect(console.Find("import-done")).ToContainTextAsync($" of {Lines:N0} created");
        await portal.KillAndStartAgainAsync();

        await OpenAsync(console);
        await BeginAsync(console, file);
        await Expect(console.Find("import-run")).ToHaveAttributeAsync("data-stage", "Done", new() { Timeout = 60_000 });
        await Expect(console.Find("import-done")).ToHaveTextAsync($"Done: {Lines:N0} verifications created.");
        await console.OpenAsync("sessions");
        await Expect(console.Find("sessions-count")).ToContainTextAsync($"{Lines:N0}");
    }

    [Fact]
    public async Task A_table_of_more_lines_than_are_taken_is_answered_line_by_line()
    {
        const int Lines = ImportReader.MostRows + 1;
        await using var portal = await PortalProcess.StartAsync();
        await using var context = await chromium.WithCamera.NewContextAsync(new() { Locale = "en" });
        var console = new OperatorDriver(await context.NewPageAsync(), portal.Address);
        await OpenAsync(console);
        await console.Find("import-file").SetInputFilesAsync(FileOf(
            "reference,type\n" + string.Join('\n', Enumerable.Range(1, Lines).Select(line => $"A-{line},{(line == 50_000 ? "library card" : "")}"))));
        await Expect(console.Find("import-counts")).ToContainTextAsync($"{Lines:N0}", new() { Timeout = 60_000 });
        await Expect(console.Find("import-line")).ToHaveCountAsync(2);
        await Expect(console.Find("import-line").First).ToContainTextAsync("The certificate type is not known.");
        await Expect(console.Find("import-line").Last).ToContainTextAsync($"{ImportReader.MostRows:N0}");
        await Expect(console.Find("import-confirm")).ToContainTextAsync($"{Lines - 2:N0}");
    }

    private static async Task OpenAsync(OperatorDriver console)
    {
        await console.OpenAsync("sessions/import");
        await Expect(console.Find("import-form")).ToBeVisibleAsync();
        await console.Page.WaitForFunctionAsync("window.Blazor !== undefined");
    }

    private static async Task BeginAsync(OperatorDriver console, FilePayload file)
    {
        await console.Find("import-file").SetInputFilesAsync(file);
        await console.ClickAsync("import-confirm");
        await Expect(console.Find("import-run")).ToBeVisibleAsync();
    }

    private static FilePayload FileOf(string text) => new() { Name = "people.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(text) };
}
