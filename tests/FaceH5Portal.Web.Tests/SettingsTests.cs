using System.Net;
using System.Net.Sockets;
using System.Security.Claims;
using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Web.Hosting;
using FaceH5Portal.Web.Security;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace FaceH5Portal.Web.Tests;

public sealed class SettingsTests
{
    [Fact]
    public void Live_without_keys_says_what_is_missing() => Assert.Equal(
        ["Vendors:Baidu:ApiKey", "Vendors:Baidu:SecretKey", "Portal:MasterKey"], Read("Production", ("Vendors:Environment", "Live")).Missing);

    [Fact]
    public void Live_with_keys_lacks_nothing() => Assert.Empty(Read("Production", ("Vendors:Environment", "Live"),
        ("Vendors:Baidu:ApiKey", "k"), ("Vendors:Baidu:SecretKey", "s"), ("Portal:MasterKeyFile", "/run/secrets/master")).Missing);

    [Theory]
    [InlineData("Production", "Vendors:Environment", "Sandbox", "Production")]
    [InlineData("Development", "Vendors:Environment", "Test", "Sandbox or Live")]
    [InlineData("Development", "Portal:PublicBaseUrl", "http://portal.example", "https")]
    [InlineData("Development", "Portal:PublicBaseUrl", "portal", "absolute")]
    [InlineData("Development", "Sandbox:Url", "http://0.0.0.0:5090", "loopback only")]
    [InlineData("Development", "Portal:TimeZone", "Mars/Olympus", "Mars/Olympus")]
    [InlineData("Development", "Privacy:SecondPersonForImages", "yes", "true or false")]
    [InlineData("Development", "Privacy:Holidays", "2026-10-01,October", "October")]
    public void What_cannot_be_used_is_refused_in_words(string environment, string setting, string value, string words) =>
        Assert.Contains(words, Assert.Throws<PortalStartException>(() => Read(environment, (setting, value))).Message, StringComparison.Ordinal);

    [Fact]
    public void Live_is_advised_to_name_who_asks_and_how_to_reach_them() => Assert.Equal(
        ["Portal:Organization", "Portal:Support"], Read("Production", ("Vendors:Environment", "Live"), ("Portal:Organization", " ")).Advised);

    [Fact]
    public void Who_is_named_and_who_is_only_trying_out_is_advised_of_nothing()
    {
        Assert.Empty(Read("Production", ("Vendors:Environment", "Live"), ("Portal:Organization", "o"), ("Portal:Support", "s")).Advised);
        Assert.Empty(Read("Development").Advised);
    }

    [Fact]
    public void A_blank_key_is_no_key() => Assert.Contains("Vendors:Baidu:SecretKey", Read("Production", ("Vendors:Environment", "Live"),
        ("Vendors:Baidu:ApiKey", "k"), ("Vendors:Baidu:SecretKey", " ")).Missing);

    [Fact]
    public void The_sandbox_needs_no_key_of_a_vendor() => Assert.Equal(["Portal:MasterKey"], Read("Development").Missing);

    [Theory]
    [InlineData("http://localhost:5080")]
    [InlineData("http://127.0.0.1:5080")]
    [InlineData("https://portal.example")]
    public void Links_may_lead_to_https_or_to_this_machine(string address) =>
        Assert.Equal(new Uri(address), Read("Development", ("Portal:PublicBaseUrl", address)).PublicBaseUrl);

    [Fact]
    public async Task The_transport_binds_loopback_and_nothing_else()
    {
        var transport = new LoopbackOnlyTransport(Options.Create(new SocketTransportOptions()), NullLoggerFactory.Instance);
        await using var listener = await transport.BindAsync(new IPEndPoint(IPAddress.Loopback, 0));
        if (Socket.OSSupportsIPv6)
            await (await transport.BindAsync(new IPEndPoint(IPAddress.IPv6Loopback, 0))).DisposeAsync();
        await Assert.ThrowsAsync<PortalStartException>(async () => await transport.BindAsync(new IPEndPoint(IPAddress.Any, 0)));
        await Assert.ThrowsAsync<PortalStartException>(async () => await transport.BindAsync(new IPEndPoint(IPAddress.IPv6Any, 0)));
    }

    [Fact]
    public void Outside_development_nobody_may_do_anything_yet()
    {
        var actor = new NoActors().ActorOf(InRole("Administrator"));
        Assert.Empty(actor.Permissions);
        Assert.Empty(new NoActors().Choices);
    }

    [Theory]
    [InlineData(null, "Operator")]
    [InlineData("Auditor", "Auditor")]
    [InlineData("Administrator", "Administrator")]
    [InlineData("Emperor", "Operator")]
    public void Development_acts_in_the_chosen_role_and_as_an_operator_until_then(string? claim, string role)
    {
        var actor = new DevelopmentActors().ActorOf(claim is null ? new() : InRole(claim));
        Assert.Equal(RolePermissions.Of(Enum.Parse<Role>(role)), actor.Permissions);
    }

    private static ClaimsPrincipal InRole(string role) => new(new ClaimsIdentity([new Claim(ClaimTypes.Role, role)], "test"));

    private static PortalSettings Read(string environment, params (string Key, string Value)[] changes)
    {
        var values = new Dictionary<string, string?>
        {
            ["Vendors:Environment"] = "Sandbox",
            ["Portal:PublicBaseUrl"] = "http://localhost:5080",
        };
        foreach (var (key, value) in changes)
            values[key] = value;
        return PortalSettings.Read(
            new ConfigurationBuilder().AddInMemoryCollection(values).Build(),
            new HostingEnvironment { EnvironmentName = environment, ContentRootPath = Path.GetTempPath() });
    }
}
