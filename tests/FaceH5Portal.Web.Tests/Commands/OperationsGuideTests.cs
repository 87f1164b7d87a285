using System.Net;
using FaceH5Portal.Core.Alarming;
using FaceH5Portal.TestKit;
using FaceH5Portal.Web.Tests.Host;

namespace FaceH5Portal.Web.Tests.Commands;

/// <summary>Every command that docs/operations.md and README.md tell somebody to give is given here, beside a running portal and after it, and does what they say.</summary>
public sealed class OperationsGuideTests : IAsyncLifetime
{
    private const string Program = "dotnet run --project src/FaceH5Portal.Web";

    private static readonly string[] Guide = ["docs", "operations.md"];

    private readonly PortalHost portal = PortalHost.With(new Dictionary<string, string?>());
    private Uri address = null!;

    public async Task InitializeAsync()
    {
        address = new Uri($"http://localhost:{FreePort.Next()}");
        portal.UseKestrel(address.Port);
        portal.StartServer();
        await portal.GoThroughAsync((await portal.CreateSessionAsync()).Id);
    }

    public async Task DisposeAsync() => await portal.DisposeAsync();

    [Fact]
    public async Task Every_command_does_what_the_pages_say_beside_the_portal_or_without_it()
    {
        var beside = GuideCommands.InTable(Guide).GroupBy(row => GuidedEffects.KeyOf(row.Command.Split(' '))).ToDictionary(rows => rows.Key, rows => rows.First().Beside);
        Assert.Equal(GuidedEffects.Known.Keys.Order(), beside.Keys.Order());
        Assert.Equal(CommandRun.Names.Order(), beside.Keys.Select(key => key.Split(' ')[0]).Distinct().Order());
        var commands = Commands();
        var backup = await GuidedEffects.BackUpAsync(Beside(), Path.Combine(portal.Folder, "kept"));
        foreach (var words in commands.Select(command => Filled(command, portal.Folder, backup)))
            await (beside[GuidedEffects.KeyOf(words)] ? GuidedEffects.Known[GuidedEffects.KeyOf(words)](Beside(), words) : GuidedEffects.RefusedAsync(Beside(), words));
        await portal.StopAsync();
        await Beside().EmptyLogAsync();
        foreach (var command in commands)
        {
            using var run = CommandRun.OnCopyOf(portal.Folder);
            var words = Filled(command, run.Folder, Path.Combine(run.Folder, Path.GetRelativePath(portal.Folder, backup)));
            await (words[0] == "health" ? GuidedEffects.RefusedAsync(run, words) : GuidedEffects.Known[GuidedEffects.KeyOf(words)](run, words));
        }
    }

    [Fact]
    public async Task Every_other_line_of_their_blocks_is_known_and_leads_where_it_says()
    {
        foreach (var line in Lines().Where(line => !line.StartsWith($"{Program} -- ", StringComparison.Ordinal)))
            await (line switch
            {
                Program => AnswersAsync("/health/live"),
                "dotnet run --project src/FaceH5Portal.Sandbox" => StandaloneSandbox.AnswersAsync(),
                "tests/run" => MayBeRunAsync(line),
                _ when line.Split(' ') is ["curl", var asked] && new Uri(asked) is { Authority: "localhost:5080" } there => AnswersAsync(there.AbsolutePath),
                _ => throw new InvalidOperationException($"\"{line}\" stands in the docs, and nothing here knows what it is to do."),
            });
    }

    [Fact]
    public void What_the_program_would_not_know_is_noticed()
    {
        Assert.All(Commands(), command => Assert.Empty(CommandRun.Unknown(Filled(command, "folder", "backup"))));
        Assert.Equal(["--keeep", "7"], CommandRun.Unknown("backup", "--keeep", "7"));
        Assert.NotEmpty(CommandRun.Unknown("backup", "--keep", "none"));
    }

    [Fact]
    public void Every_rule_is_explained_by_the_name_it_has_on_the_page()
    {
        var guide = File.ReadAllText(Path.Combine([Repository.Root, .. Guide]));
        // Two share a line.
        string[] together = ["AlarmRule.AttemptsOfPerson", "AlarmRule.Budget", "AlarmRule.Package"];
        Assert.All(Enum.GetNames<AlarmRule>().Select(rule => $"AlarmRule.{rule}").Except(together),
            key => Assert.Contains($"| {TextResources.English[key]}", guide, StringComparison.Ordinal));
        Assert.Contains("| Budget, package nearly used up |", guide, StringComparison.Ordinal);
    }

    private static List<string> Lines() => [.. GuideCommands.InBlocks(Guide), .. GuideCommands.InBlocks("README.md")];

    /// <summary>Those that are given to the program, as it gets them.</summary>
    private static List<string> Commands() => [.. Lines().Where(line => line.StartsWith($"{Program} -- ", StringComparison.Ordinal)).Select(line => line[$"{Program} -- ".Length..])
        .Concat(GuideCommands.InTable(Guide).Select(row => row.Command)).Distinct()];

    private static string[] Filled(string command, string folder, string backup) => [.. command.Split(' ').Select(word => word switch
    {
        "FOLDER" when command.StartsWith("restore", StringComparison.Ordinal) => backup,
        _ when word.StartsWith("data/backups/", StringComparison.Ordinal) => backup,
        "FOLDER" => Path.Combine(folder, "shelf"),
        "FILE" => Path.Combine(folder, $"{Guid.NewGuid():N}.csv"),
        "N" => "2",
        _ => word,
    })];

    private CommandRun Beside() => CommandRun.Beside(portal.Folder, $"--Urls={address}");

    private async Task AnswersAsync(string path)
    {
        using var http = new HttpClient { BaseAddress = address };
        using var answer = await http.GetAsync(new Uri(path, UriKind.Relative));
        Assert.Equal((path, HttpStatusCode.OK), (path, answer.StatusCode));
    }

    private static Task MayBeRunAsync(string script)
    {
        var file = Path.Combine(Repository.Root, script);
        Assert.StartsWith("#!/usr/bin/env bash\n", File.ReadAllText(file), StringComparison.Ordinal);
        if (!OperatingSystem.IsWindows())
            Assert.True(File.GetUnixFileMode(file).HasFlag(UnixFileMode.UserExecute));
        return Task.CompletedTask;
    }
}
