using System.Net;
using System.Text.RegularExpressions;
using YamlDotNet.Core;

namespace FaceH5Portal.Architecture.Tests.Deployment;

/// <summary>The compose file and the proxy's file promise as much as the container file, and agree with each other.</summary>
public sealed partial class ComposeTests
{
    private static readonly ComposeFile Compose = ComposeFile.Read();
    private static readonly ComposeService Portal = Compose.Services["portal"];
    private static readonly ComposeService Proxy = Compose.Services["proxy"];
    private static readonly string[] Caddy = DeployFile.Lines("Caddyfile");

    [Fact]
    public void A_key_that_nobody_thought_about_or_that_stands_twice_is_noticed()
    {
        Assert.Throws<YamlException>(() => ComposeFile.Read("services:\n  portal:\n    privileged: true\n"));
        Assert.Throws<YamlException>(() => ComposeFile.Read("services:\n  portal:\n    user: a\n    user: b\n"));
    }

    [Fact]
    public void Each_service_runs_as_nobody_with_a_root_that_is_read_only_and_no_rights()
    {
        Assert.Equal(["portal", "proxy"], Compose.Services.Keys);
        Assert.All(Compose.Services.Values, service =>
        {
            Assert.Matches(@"^[1-9]\d*:[1-9]\d*$", service.User);
            Assert.True(service.ReadOnly);
            Assert.Equal(["ALL"], service.CapDrop);
            Assert.Equal(["no-new-privileges:true"], service.SecurityOpt);
            Assert.DoesNotContain(service.Volumes, volume => volume.Contains("docker.sock", StringComparison.Ordinal));
            Assert.DoesNotContain(service.Environment, variable => DeployFile.Secret().IsMatch($"{variable.Key}={variable.Value}"));
        });
        Assert.Contains($"USER {Portal.User}", DeployFile.Lines("Dockerfile"));
    }

    [Fact]
    public void Only_the_proxy_is_reached_from_outside_and_it_alone_is_believed()
    {
        Assert.Empty(Portal.Ports);
        Assert.Equal(["443:8443"], Proxy.Ports);
        Assert.Contains("https_port 8443", Caddy);
        Assert.Equal(Portal.Environment["Portal__KnownProxies"], Proxy.Networks["inner"].Address);
        var inner = Compose.Networks["inner"];
        Assert.True(inner.Internal);
        var network = IPNetwork.Parse(Assert.Single(inner.Ipam!.Config).Subnet);
        Assert.All([Portal, Proxy], service => Assert.True(network.Contains(IPAddress.Parse(service.Networks["inner"].Address!))));
    }

    [Fact]
    public void The_proxy_leads_to_where_the_portal_listens_keeps_the_meters_inside_and_has_no_door_of_its_own()
    {
        var port = PortOf().Match(Portal.Environment["Urls"]).Groups[1].Value;
        Assert.Equal(["portal", port], Assert.Single(Caddy, line => line.StartsWith("reverse_proxy ", StringComparison.Ordinal))["reverse_proxy ".Length..].Split(':'));
        Assert.Contains("@inside path /metrics /metrics/*", Caddy);
        Assert.Contains("respond @inside 404", Caddy);
        Assert.Contains("admin off", Caddy);
        Assert.Equal(Caddy.Count(line => line.EndsWith('{')), Caddy.Count(line => line == "}"));
    }

    [Fact]
    public void Images_are_pinned_and_every_file_volume_network_and_secret_that_is_used_is_declared()
    {
        Assert.Matches(@"^caddy:\d+\.\d+\.\d+-alpine$", Proxy.Image);
        Assert.Null(Portal.Image);
        var context = Path.GetFullPath(DeployFile.PathOf(Portal.Build!.Context));
        Assert.True(File.Exists(Path.Combine(context, Portal.Build.Dockerfile)));
        foreach (var service in Compose.Services.Values)
        {
            var sources = service.Volumes.Select(volume => volume.Split(':')[0]).ToList();
            Assert.All(sources.Where(source => source.StartsWith('.')), source => Assert.True(File.Exists(DeployFile.PathOf(source))));
            Assert.Subset(Compose.Volumes.Keys.ToHashSet(), sources.Where(source => !source.StartsWith('.')).ToHashSet());
            Assert.Subset(Compose.Networks.Keys.ToHashSet(), service.Networks.Keys.ToHashSet());
            Assert.Subset(Compose.Secrets.Keys.ToHashSet(), service.Secrets.Select(secret => secret.Source).ToHashSet());
            Assert.Subset(Compose.Services.Keys.ToHashSet(), service.DependsOn.ToHashSet());
        }
    }

    [GeneratedRegex(@":(\d+)$")]
    private static partial Regex PortOf();
}
