using System.Net;
using System.Net.Sockets;
using FaceH5Portal.Vendors.Baidu.Media;
using FaceH5Portal.Vendors.Tests.Support;

namespace FaceH5Portal.Vendors.Tests.Baidu;

/// <summary>Where a download really connects to, whatever its host is called.</summary>
public sealed class MediaConnectionTests
{
    [Theory]
    [InlineData("0.0.0.0")]
    [InlineData("0.1.2.3")]
    [InlineData("10.0.0.1")]
    [InlineData("10.255.255.255")]
    [InlineData("100.64.0.1")]
    [InlineData("100.127.255.254")]
    [InlineData("127.0.0.1")]
    [InlineData("127.8.9.10")]
    [InlineData("169.254.169.254")]
    [InlineData("172.16.0.1")]
    [InlineData("172.31.255.254")]
    [InlineData("192.168.1.1")]
    [InlineData("224.0.0.1")]
    [InlineData("239.255.255.250")]
    [InlineData("255.255.255.255")]
    [InlineData("::")]
    [InlineData("::1")]
    [InlineData("fc00::1")]
    [InlineData("fd12:3456:789a::1")]
    [InlineData("fe80::1")]
    [InlineData("febf::1")]
    [InlineData("fec0::1")]
    [InlineData("ff02::1")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("::ffff:10.0.0.1")]
    [InlineData("::ffff:169.254.169.254")]
    [InlineData("::ffff:0.0.0.0")]
    public void An_address_inside_a_network_is_not_reached_by_a_name(string address) =>
        Assert.False(MediaConnection.MayReach("bj.bcebos.com", IPAddress.Parse(address)));

    [Theory]
    [InlineData("1.1.1.1")]
    [InlineData("9.255.255.255")]
    [InlineData("11.0.0.1")]
    [InlineData("100.63.255.255")]
    [InlineData("100.128.0.1")]
    [InlineData("126.255.255.255")]
    [InlineData("169.253.255.255")]
    [InlineData("172.15.255.255")]
    [InlineData("172.32.0.1")]
    [InlineData("192.167.255.255")]
    [InlineData("223.255.255.255")]
    [InlineData("2400:da00::1")]
    [InlineData("fbff::1")]
    [InlineData("::ffff:1.1.1.1")]
    public void An_address_out_on_the_internet_is_reached(string address) =>
        Assert.True(MediaConnection.MayReach("bj.bcebos.com", IPAddress.Parse(address)));

    [Theory]
    [InlineData("localhost", "127.0.0.1", true)]
    [InlineData("localhost", "::1", true)]
    [InlineData("LOCALHOST", "::ffff:127.0.0.1", true)]
    [InlineData("127.0.0.1", "127.0.0.1", true)]
    [InlineData("::1", "::1", true)]
    [InlineData("localhost", "10.0.0.1", false)]
    [InlineData("127.0.0.1", "169.254.169.254", false)]
    [InlineData("localhost.evil.example", "127.0.0.1", false)]
    [InlineData("10.0.0.1", "10.0.0.1", false)]
    public void This_machine_is_reached_only_where_it_is_named_outright(string host, string address, bool reached) =>
        Assert.Equal(reached, MediaConnection.MayReach(host, IPAddress.Parse(address)));

    [Fact]
    public async Task A_name_that_leads_inside_is_refused_without_a_connection_and_without_a_second_try()
    {
        await using var server = PictureServer();
        var asked = new List<string>();
        using var bench = BaiduBench.WhereNamesLead((host, _) => To(host, asked, IPAddress.Loopback), MediaHost(server));

        var answer = await bench.Client.DownloadAsync($"http://media.example:{PortOf(server)}/face.jpg", CancellationToken.None);

        Assert.Equal((VendorFaultKind.Refused, "address-not-allowed"), (answer.Fault!.Kind, answer.Fault.Code));
        Assert.Equal(["media.example"], asked);
        Assert.Equal(0, server.Requests);
    }

    [Fact]
    public async Task Of_several_addresses_only_those_that_were_found_good_are_tried()
    {
        await using var server = PictureServer();
        var inner = IPAddress.Parse("10.0.0.1");
        using var bench = BaiduBench.WhereNamesLead((host, _) => To(host, [], inner, IPAddress.Loopback), OwnHost(server));

        Assert.True((await bench.Client.DownloadAsync($"{server.Url}/face.jpg", CancellationToken.None)).IsSuccess);
    }

    [Fact]
    public async Task A_name_that_leads_nowhere_is_a_broken_connection()
    {
        using var bench = BaiduBench.WhereNamesLead((_, _) => throw new SocketException((int)SocketError.HostNotFound), ("MediaHosts:0", "media.example"));

        var answer = await bench.Client.DownloadAsync("http://media.example/face.jpg", CancellationToken.None);

        Assert.Equal(VendorFaultKind.Unreachable, answer.Fault!.Kind);
    }

    [Fact]
    public async Task What_was_refused_many_times_does_not_stop_the_downloads_that_are_allowed()
    {
        await using var server = PictureServer();
        using var bench = BaiduBench.WhereNamesLead((host, _) => To(host, [], IPAddress.Loopback), MediaHost(server), OwnHost(server));
        for (var call = 0; call < 30; call++)
            await bench.Client.DownloadAsync($"http://media.example:{PortOf(server)}/face.jpg", CancellationToken.None);

        var answer = await bench.Client.DownloadAsync($"{server.Url}/face.jpg", CancellationToken.None);

        Assert.Equal("image/jpeg", answer.Value?.MediaType);
    }

    private static RawServer PictureServer() => new(async (socket, ct) =>
    {
        await RawServer.SendAsync(socket, "HTTP/1.1 200 OK\r\nContent-Length: 4\r\nConnection: close\r\n\r\n", ct);
        await socket.SendAsync(new byte[] { 0xFF, 0xD8, 0xFF, 0xE0 }, ct);
    });

    private static Task<IPAddress[]> To(string host, List<string> asked, params IPAddress[] addresses)
    {
        asked.Add(host);
        return Task.FromResult(addresses);
    }

    private static (string, string?) MediaHost(RawServer server) => ("MediaHosts:0", $"media.example:{PortOf(server)}");

    private static (string, string?) OwnHost(RawServer server) => ("MediaHosts:1", $"127.0.0.1:{PortOf(server)}");

    private static int PortOf(RawServer server) => new Uri(server.Url).Port;
}
