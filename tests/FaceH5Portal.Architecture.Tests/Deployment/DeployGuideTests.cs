using System.Diagnostics;
using FaceH5Portal.TestKit;

namespace FaceH5Portal.Architecture.Tests.Deployment;

/// <summary>What deploy/README.md tells somebody to type names files, images and units that are there; and the unit is one that systemd understands.</summary>
public sealed class DeployGuideTests
{
    private const string Unit = "faceh5portal.service";
    private const string Systemd = "/usr/bin/systemd-analyze";

    private static readonly string[] Service = DeployFile.Lines(Unit);

    [Fact]
    public void Every_command_is_known_and_names_what_is_there()
    {
        var commands = GuideCommands.InBlocks("deploy", "README.md");
        Assert.Equal(7, commands.Count);
        Assert.All(commands, command => Check(command.Split(' ')));
        Assert.Throws<InvalidOperationException>(() => Check(["docker", "prune"]));
    }

    [Fact]
    public void The_unit_has_the_sections_of_a_service_and_says_nothing_twice_that_is_no_list()
    {
        Assert.Equal(["[Unit]", "[Service]", "[Install]"], Service.Where(line => line[0] == '['));
        Assert.All(Service.Where(line => line[0] != '['), line => Assert.Matches("^[A-Z][A-Za-z]+=", line));
        string[] lists = ["Environment", "SystemCallFilter"];
        var names = Service.Where(line => line[0] != '[').Select(line => line.Split('=')[0]).Except(lists).ToList();
        Assert.Equal(Service.Count(line => line[0] != '[' && !lists.Contains(line.Split('=')[0])), names.Count);
    }

    [Fact]
    public async Task Systemd_where_it_is_installed_has_nothing_to_say_against_the_unit()
    {
        Assert.True(File.Exists(DeployFile.PathOf(Unit)));
        if (!File.Exists(Systemd))
            return;
        var folder = Directory.CreateTempSubdirectory("unit-").FullName;
        // It looks for the program as well, and here that may lie elsewhere.
        var copy = Path.Combine(folder, Unit);
        await File.WriteAllTextAsync(copy, (await File.ReadAllTextAsync(DeployFile.PathOf(Unit))).Replace("/usr/bin/dotnet", Environment.ProcessPath!, StringComparison.Ordinal));
        Assert.Equal((0, ""), await AnalyzeAsync("verify", "--man=no", copy));
        await File.AppendAllTextAsync(copy, "\n[Service]\nProtectSytem=strict\n");
        Assert.Contains("ProtectSytem", (await AnalyzeAsync("verify", "--man=no", copy)).Said, StringComparison.Ordinal);
        Directory.Delete(folder, recursive: true);
        Assert.Equal(0, (await AnalyzeAsync("security", "--offline=true", "--threshold=15", "--no-pager", DeployFile.PathOf(Unit))).Code);
    }

    private static void Check(string[] words)
    {
        switch (words)
        {
            case ["docker", "build", "-f", _, "-t", "faceh5portal", "."] or ["docker", "compose", "-f", _, "up", "--detach"] or ["cp", _, "/etc/systemd/system/"]:
                var file = words[^(words[0] == "cp" ? 2 : words[1] == "build" ? 4 : 3)];
                Assert.True(File.Exists(Path.Combine(Repository.Root, file)), file);
                break;
            case ["docker", "run", .., "faceh5portal"]:
                Assert.Contains($"faceh5portal:{Assert.Single(DeployFile.Lines("Dockerfile"), line => line.StartsWith("VOLUME ", StringComparison.Ordinal))["VOLUME ".Length..]}", words);
                break;
            case ["docker", "exec", "faceh5portal", .. var program, "doctor"]:
                Assert.Equal(DeployFile.Words(Assert.Single(DeployFile.Lines("Dockerfile"), line => line.StartsWith("ENTRYPOINT ", StringComparison.Ordinal))["ENTRYPOINT ".Length..]), program);
                break;
            case ["dotnet", "publish", var project, "--configuration", "Release", "--output", var output]:
                Assert.True(File.Exists(Path.Combine(Repository.Root, project, Path.GetFileName(project) + ".csproj")), project);
                Assert.Contains($"WorkingDirectory={output}", Service);
                break;
            case ["systemctl", "enable", "--now", var unit]:
                Assert.Equal(Unit, $"{unit}.service");
                break;
            default:
                throw new InvalidOperationException($"\"{string.Join(' ', words)}\" stands in deploy/README.md, and nothing here knows what it is to do.");
        }
    }

    private static async Task<(int Code, string Said)> AnalyzeAsync(params string[] words)
    {
        using var process = Process.Start(new ProcessStartInfo(Systemd, words) { RedirectStandardError = true, RedirectStandardOutput = true })!;
        var (said, _) = (process.StandardError.ReadToEndAsync(), process.StandardOutput.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, await said);
    }
}
