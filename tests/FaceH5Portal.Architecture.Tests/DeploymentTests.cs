using System.Text.RegularExpressions;
using FaceH5Portal.TestKit;

namespace FaceH5Portal.Architecture.Tests;

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

    private static readonly string[] Container = Lines("Dockerfile");
    private static readonly string[] Service = Lines("faceh5portal.service");

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
        Assert.Matches(Secret(), "ENV Vendors__Baidu__SecretKey=abc");
        Assert.DoesNotContain(Container.Concat(Service), line => Secret().IsMatch(line));
        var ignored = Lines("Dockerfile.dockerignore");
        Assert.Equal("*", ignored[0]);
        Assert.DoesNotContain(ignored, line => line is "!data" or "!.git" or "!tests" or "!appsettings.Development.json");
    }

    [Fact]
    public void The_instructions_keep_the_root_read_only_and_take_every_right_away()
    {
        var words = File.ReadAllText(Path.Combine(Repository.Root, "deploy", "README.md"));
        Assert.All(["--read-only", "--cap-drop ALL", "--security-opt no-new-privileges", "--tmpfs /tmp"], option => Assert.Contains(option, words, StringComparison.Ordinal));
    }

    [Fact]
    public void Each_service_of_the_compose_file_runs_as_nobody_with_a_root_that_is_read_only_and_no_rights()
    {
        var services = Services();
        Assert.Equal(["portal", "proxy"], services.Keys);
        Assert.All(services.Values, lines =>
        {
            Assert.Contains(lines, line => Regex.IsMatch(line, @"^user: ""[1-9]\d*:[1-9]\d*""$"));
            Assert.Superset(new HashSet<string> { "read_only: true", "cap_drop:", "- ALL", "security_opt:", "- no-new-privileges:true" }, lines.ToHashSet());
            Assert.DoesNotContain(lines, line => line.StartsWith("privileged", StringComparison.Ordinal) || line.StartsWith("cap_add", StringComparison.Ordinal)
                || line.Contains("docker.sock", StringComparison.Ordinal) || Secret().IsMatch(line));
        });
    }

    [Fact]
    public void Only_the_proxy_is_reached_from_outside_and_it_alone_is_believed()
    {
        var services = Services();
        Assert.DoesNotContain("ports:", services["portal"]);
        Assert.Contains("- 443:8443", services["proxy"]);
        var address = Assert.Single(services["proxy"], line => line.StartsWith("ipv4_address: ", StringComparison.Ordinal))["ipv4_address: ".Length..];
        Assert.Contains($"Portal__KnownProxies: {address}", services["portal"]);
        Assert.Matches(@"^image: caddy:\d+\.\d+\.\d+-alpine$", Assert.Single(services["proxy"], line => line.StartsWith("image: ", StringComparison.Ordinal)));
        var caddy = Lines("Caddyfile");
        Assert.Contains("reverse_proxy portal:8080", caddy);
        Assert.Contains("respond @inside 404", caddy);
        Assert.Contains("admin off", caddy);
    }

    /// <summary>The lines of each service, by its name: what stands two spaces deep below "services".</summary>
    private static Dictionary<string, List<string>> Services()
    {
        var services = new Dictionary<string, List<string>>();
        foreach (var line in File.ReadLines(Path.Combine(Repository.Root, "deploy", "compose.yaml")).SkipWhile(line => line != "services:").Skip(1).TakeWhile(line => line.Length == 0 || line[0] == ' '))
            if (Regex.Match(line, @"^  (\w+):$") is { Success: true } head)
                services.Add(head.Groups[1].Value, []);
            else if (line.Trim() is { Length: > 0 } text && text[0] != '#')
                services.Values.Last().Add(text);
        return services;
    }

    private static string[] Lines(string name) =>
        [.. File.ReadAllLines(Path.Combine(Repository.Root, "deploy", name)).Select(line => line.Trim()).Where(line => line.Length > 0 && !line.StartsWith('#'))];

    [GeneratedRegex(@"https?://|\bcurl\b|\bwget\b|apt-get|--privileged")]
    private static partial Regex Fetches();

    [GeneratedRegex(@"(SecretKey|ApiKey|MasterKey|Password|Secret|Token)=\S", RegexOptions.IgnoreCase)]
    private static partial Regex Secret();
}
