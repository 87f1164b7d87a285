using System.Net;
using System.Net.Sockets;
using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Web.Hosting;
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
    [InlineData("Development", "Webhooks:AllowPrivateNetworks", "some", "true or false")]
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

    [Theory]
    [InlineData("Development", "Sandbox", "https://portal.example", false)]
    [InlineData("Production", "Live", "http://localhost:5080", false)]
    [InlineData("Production", "Live", "https://portal.example", true)]
    [InlineData("Staging", "Sandbox", "https://portal.example", true)]
    public async Task The_transport_goes_beyond_loopback_only_with_https_and_without_the_click_that_lets_anybody_in(string environment, string vendors, string address, bool beyond)
    {
        var settings = Read(environment, ("Vendors:Environment", vendors), ("Portal:PublicBaseUrl", address));
        var transport = new GuardedTransport(settings, Options.Create(new SocketTransportOptions()), NullLoggerFactory.Instance);
        await using var listener = await transport.BindAsync(new IPEndPoint(IPAddress.Loopback, 0));
        if (Socket.OSSupportsIPv6)
            await (await transport.BindAsync(new IPEndPoint(IPAddress.IPv6Loopback, 0))).DisposeAsync();
        if (beyond)
            await (await transport.BindAsync(new IPEndPoint(IPAddress.Any, 0))).DisposeAsync();
        else
            await Assert.ThrowsAsync<PortalStartException>(async () => await transport.BindAsync(new IPEndPoint(IPAddress.Any, 0)));
    }

    [Theory]
    [InlineData("Development", "Sandbox", true)]
    [InlineData("Development", "Live", false)]
    [InlineData("Staging", "Sandbox", false)]
    [InlineData("Production", "Live", false)]
    public void One_click_lets_in_in_development_with_the_sandbox_and_nowhere_else(string environment, string vendors, bool offered) =>
        Assert.Equal(offered, Read(environment, ("Vendors:Environment", vendors)).OffersDemo);

    [Theory]
    [InlineData("SignIn:IdleMinutes", "0", "SignIn:IdleMinutes")]
    [InlineData("SignIn:LongestHours", "a day", "SignIn:LongestHours")]
    [InlineData("SignIn:Networks:Emperor", "10.0.0.0/8", "Operator, Reviewer")]
    [InlineData("SignIn:Networks:Auditor", "everywhere", "SignIn:Networks:Auditor")]
    [InlineData("SignIn:Oidc:Authority", "http://login.example", "https")]
    [InlineData("SignIn:Oidc:Authority", "https://login.example", "SignIn:Oidc:ClientId")]
    public void What_cannot_be_used_for_signing_in_is_refused_in_words(string setting, string value, string words) =>
        Assert.Contains(words, Assert.Throws<PortalStartException>(() => Read("Production", ("Vendors:Environment", "Live"), (setting, value))).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("10.1.2.3", false)]
    [InlineData("::ffff:10.1.2.3", false)]
    [InlineData("203.0.113.9", true)]
    public void A_role_counts_from_its_networks_alone_and_one_without_any_from_everywhere(string address, bool away)
    {
        var networks = Read("Production", ("Vendors:Environment", "Live"), ("SignIn:Networks:Administrator", "10.1.0.0/16, 192.0.2.7")).SignIn.Networks;
        Role[] expected = away ? [Role.Administrator] : [];
        Assert.Equal(expected, networks.AwayFrom(IPAddress.Parse(address), [Role.Operator, Role.Administrator]));
    }

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
