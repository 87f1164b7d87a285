using System.Net.Sockets;
using System.Text;
using FaceH5Portal.EndToEnd.Tests.Support;

namespace FaceH5Portal.EndToEnd.Tests;

/// <summary>The console's socket as it is opened over the line: by whom, and with nothing compressed beside secrets.</summary>
public sealed class CircuitLineTests
{
    [Fact]
    public async Task A_socket_opens_for_our_own_pages_and_is_never_compressed()
    {
        await using var portal = await PortalProcess.StartAsync();
        var ours = portal.Address.GetLeftPart(UriPartial.Authority);
        var opened = await OpenAsync(portal.Address, ours);
        Assert.StartsWith("HTTP/1.1 101 ", opened, StringComparison.Ordinal);
        Assert.DoesNotContain("permessage-deflate", opened, StringComparison.OrdinalIgnoreCase);
        foreach (var stranger in new[] { "https://evil.example", "null", $"{ours}.evil.example", null })
            Assert.StartsWith("HTTP/1.1 403 ", await OpenAsync(portal.Address, stranger), StringComparison.Ordinal);
    }

    /// <summary>A browser's handshake, which offers compression; answers the head of what comes.</summary>
    private static async Task<string> OpenAsync(Uri address, string? origin)
    {
        using var line = new TcpClient();
        await line.ConnectAsync(address.Host, address.Port);
        await using var stream = line.GetStream();
        var head = $"GET /_blazor HTTP/1.1\r\nHost: {address.Authority}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
            + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Extensions: permessage-deflate; client_max_window_bits\r\n"
            + (origin is null ? "" : $"Origin: {origin}\r\n") + "\r\n";
        await stream.WriteAsync(Encoding.ASCII.GetBytes(head));
        using var reader = new StreamReader(stream, Encoding.ASCII);
        var answer = new StringBuilder();
        while (await reader.ReadLineAsync() is { Length: > 0 } words)
            answer.AppendLine(words);
        return answer.ToString();
    }
}
