using System.Text.Json;
using System.Text.RegularExpressions;
using FaceH5Portal.TestKit;

namespace FaceH5Portal.Architecture.Tests.Deployment;

/// <summary>What the container and the service promise stands in their files; whoever takes it out hears of it here.</summary>
public sealed partial class DeploymentTests
{
    private static readonly string[] Promises =
    [
        "DynamicUser=yes", "NoNewPrivileges=yes", "CapabilityBoundingSet=", "AmbientCapabilities=", "ProtectSystem=strict", "ProtectHome=yes",
        "ProtectProc=invisible", "ProtectClock=yes", "ProtectHostname=yes", "ProtectControlGroups=yes", "ProtectKernelLogs=yes", "ProtectKernelModules=yes",
        "ProtectKernelTunables=yes", "PrivateTmp=yes", "PrivateDevices=yes", "PrivateUsers=yes", "DevicePolicy=closed", "RemoveIPC=yes", "KeyringMode=private",
        "LockPersonality=yes", "RestrictAddressFamilies=AF_INET AF_INET6 AF_UNIX", "RestrictNamespaces=yes", "RestrictRealtime=yes", "RestrictSUIDSGID=yes",
        "SystemCallArchitectures=native", "SystemCallFilter=@system-service", "SystemCallFilter=~@privileged @resources", "UMask=0077", "StateDirectoryMode=0700",
    ];

    private static readonly string[] Container = DeployFile.Lines("Dockerfile");
    private static readonly string[] Service = DeployFile.Lines("faceh5portal.service");

    [Fact]
    public void The_service_keeps_every_promise_and_writes_in_its_own_folder_alone()
    {
        Assert.Empty(Promises.Except(Service));
        Assert.Equal(["StateDirectory=faceh5portal"], Service.Where(line => line.StartsWith("StateDirectory=", StringComparison.Ordinal)));
        Assert.DoesNotContain(Service, line => line.StartsWith("ReadWritePaths=", StringComparison.Ordinal) || line.StartsWith("User=root", StringComparison.Ordinal));
    }

    [Fact]
    public void The_container_runs_as_nobody_without_a_shell()
    {
        var last = Container.Last(line => line.StartsWith("FROM ", StringComparison.Ordinal));
        Assert.Contains("-chiseled", last, StringComparison.Ordinal);
        Assert.Matches(@"^USER [1-9]\d+:[1-9]\d+$", Container.Last(line => line.StartsWith("USER ", StringComparison.Ordinal)));
        Assert.StartsWith("ENTRYPOINT [\"", Container.Last(line => line.StartsWith("ENTRYPOINT", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.DoesNotContain(Container[Array.IndexOf(Container, last)..], line => line.StartsWith("RUN ", StringComparison.Ordinal));
        Assert.Equal(["VOLUME /data"], Container.Where(line => line.StartsWith("VOLUME", StringComparison.Ordinal)));
    }

    [Fact]
    public void The_container_is_asked_for_its_health_by_the_program_itself()
    {
        var program = DeployFile.Words(Assert.Single(Container, line => line.StartsWith("ENTRYPOINT ", StringComparison.Ordinal))["ENTRYPOINT ".Length..]);
        Assert.Equal(["dotnet", "FaceH5Portal.Web.dll"], program);
        var asked = Assert.Single(Container, line => line.StartsWith("HEALTHCHECK ", StringComparison.Ordinal));
        Assert.Equal([.. program, "health"], DeployFile.Words(asked[(asked.IndexOf("CMD ", StringComparison.Ordinal) + "CMD ".Length)..]));
        Assert.Contains($"ExecStart=/usr/bin/dotnet /opt/faceh5portal/{program[1]}", Service);
    }

    [Fact]
    public void What_is_built_from_is_copied_and_the_kit_that_builds_is_one_that_the_repository_takes()
    {
        var taken = DeployFile.Lines("Dockerfile.dockerignore").Where(line => line[0] == '!').Select(line => line[1..]).ToList();
        Assert.Superset(new HashSet<string> { "src", "migrations", "wwwroot", "appsettings.json", "global.json", "Directory.Build.props", "Directory.Packages.props" }, taken.ToHashSet());
        Assert.All(taken, path => Assert.True(Path.Exists(Path.Combine(Repository.Root, path)), $"{path} is not there."));
        using var wanted = JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Root, "global.json")));
        var least = Version.Parse(wanted.RootElement.GetProperty("sdk").GetProperty("version").GetString()!);
        var kit = Version.Parse(Container.Select(line => Kit().Match(line)).Single(match => match.Success).Groups[1].Value);
        Assert.Equal((least.Major, least.Minor), (kit.Major, kit.Minor));
        Assert.True(kit >= least);
    }

    [Fact]
    public void Images_are_pinned_to_a_patch_and_nothing_is_fetched_past_them()
    {
        var images = Container.Where(line => line.StartsWith("FROM ", StringComparison.Ordinal)).ToList();
        Assert.Equal(2, images.Count);
        Assert.All(images, image => Assert.Matches(@"^FROM mcr\.microsoft\.com/dotnet/(sdk|aspnet):\d+\.\d+\.\d+-[\w-]+( AS build)?$", image));
        Assert.DoesNotContain(Container, line => line.StartsWith("ADD ", StringComparison.Ordinal) || Fetches().IsMatch(line));
    }

    [Fact]
    public void No_secret_stands_in_a_file_that_is_handed_on()
    {
        Assert.Matches(DeployFile.Secret(), "ENV Vendors__Baidu__SecretKey=abc");
        Assert.DoesNotContain(Container.Concat(Service), line => DeployFile.Secret().IsMatch(line));
        var ignored = DeployFile.Lines("Dockerfile.dockerignore");
        Assert.Equal("*", ignored[0]);
        Assert.DoesNotContain(ignored, line => line is "!data" or "!.git" or "!tests" or "!appsettings.Development.json");
    }

    [Fact]
    public void The_instructions_keep_the_root_read_only_and_take_every_right_away()
    {
        var run = Assert.Single(GuideCommands.InBlocks("deploy", "README.md"), command => command.StartsWith("docker run ", StringComparison.Ordinal));
        Assert.All(["--read-only", "--cap-drop ALL", "--security-opt no-new-privileges", "--tmpfs /tmp"], option => Assert.Contains(option, run, StringComparison.Ordinal));
    }

    [GeneratedRegex(@"^FROM \S+/sdk:([\d.]+)-")]
    private static partial Regex Kit();

    [GeneratedRegex(@"https?://|\bcurl\b|\bwget\b|apt-get|--privileged")]
    private static partial Regex Fetches();

}
