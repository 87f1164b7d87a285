using System.Net;
using System.Net.Sockets;
using System.Text;

namespace FaceH5Portal.Vendors.Tests.Support;

/// <summary>
/// A server below HTTP, for connections that misbehave: it gives out access tokens properly and does to every other request what the test says.
/// </summary>
internal sealed class RawServer : IAsyncDisposable
{
    private const string TokenAnswer = """{"access_token":"raw-access-token-0123456789","expires_in":2592000}""";

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Func<Socket, CancellationToken, Task> _misbehave;
    private readonly Task _accepting;
    private int _requests;

    public RawServer(Func<Socket, CancellationToken, Task> misbehave)
    {
        _misbehave = misbehave;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public string Url => $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}";

    /// <summary>Requests other than those for an access token.</summary>
    public int Requests => Volatile.Read(ref _requests);

    /// <summary>An address at which nobody listens.</summary>
    public static string UnusedUrl()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return $"http://127.0.0.1:{((IPEndPoint)probe.LocalEndpoint).Port}";
    }

    public static Task SendAsync(Socket socket, string bytes, CancellationToken ct) =>
        socket.SendAsync(Encoding.UTF8.GetBytes(bytes), ct).AsTask();

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        // The listener goes last: who accepts may be between two connections, and learns of the end by its token.
        await _accepting;
        _listener.Dispose();
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        var served = new List<Task>();
        try
        {
            while (true)
                served.Add(ServeAsync(await _listener.AcceptSocketAsync(_stop.Token)));
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(served);
        }
    }

    private async Task ServeAsync(Socket socket)
    {
        using (socket)
        {
            string request = await ReadAsync(socket);
            if (request.StartsWith("POST /oauth", StringComparison.Ordinal))
            {
                await SendAsync(socket, $"HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: {TokenAnswer.Length}\r\n\r\n{TokenAnswer}", _stop.Token);
                return;
            }
            Interlocked.Increment(ref _requests);
            try
            {
                await _misbehave(socket, _stop.Token);
            }
            catch (OperationCanceledException) when (_stop.IsCancellationRequested)
            {
                // The test is over; a silent connection ends with it.
                return;
            }
        }
    }

    private async Task<string> ReadAsync(Socket socket)
    {
        var received = new StringBuilder();
        var buffer = new byte[16 * 1024];
        while (!IsWhole(received.ToString()))
        {
            int count = await socket.ReceiveAsync(buffer, _stop.Token);
            if (count == 0)
                break;
            // One letter for one byte, so that a length counts either.
            received.Append(Encoding.Latin1.GetString(buffer, 0, count));
        }
        return received.ToString();
    }

    private static bool IsWhole(string request)
    {
        int end = request.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        if (end < 0)
            return false;
        string? length = request[..end].Split("\r\n").FirstOrDefault(line => line.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase));
        return length is null || request.Length - end - 4 >= int.Parse(length.Split(':')[1], System.Globalization.CultureInfo.InvariantCulture);
    }
}
