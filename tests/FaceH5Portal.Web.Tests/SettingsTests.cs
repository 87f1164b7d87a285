using System.Net;
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
    public void What_cannot_be_used_is_refused_in_words(string environment, string setting, string value, string words) =>
        Assert.Contains(words, Assert.Throws<PortalStartException>(() => Read(environment, (setting, value))).Message, StringComparison.Ordinal);

    [Fact]
    public async Task The_transport_binds_loopback_and_nothing_else()
    {
        var transport = new LoopbackOnlyTransport(Options.Create(new SocketTransportOptions()), NullLoggerFactory.Instance);
        await using var listener = await transport.BindAsync(new IPEndPoint(IPAddress.Loopback, 0));
        await Assert.ThrowsAsync<PortalStartException>(async () => await transport.BindAsync(new IPEndPoint(IPAddress.Any, 0)));
        await Assert.ThrowsAsync<PortalStartException>(async () => await transport.BindAsync(new IPEndPoint(IPAddress.IPv6Any, 0)));
    }

    [Fact]
    public void Outside_development_nobody_may_do_anything_yet()
    {
        Assert.Empty(new NoActors().ActorOf(new()).Permissions);
        Assert.True(new DevelopmentActors().ActorOf(new()).May(Permission.CreateSessions));
        Assert.False(new DevelopmentActors().ActorOf(new()).May(Permission.ManagePlans));
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
