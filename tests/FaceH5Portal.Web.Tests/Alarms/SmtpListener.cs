using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using MimeKit;

namespace FaceH5Portal.Web.Tests.Alarms;

/// <summary>A mail server on loopback that takes what it is given, so that it can be read back; or refuses it.</summary>
internal sealed class SmtpListener : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource closing = new();
    private readonly Task serving;

    private SmtpListener()
    {
        listener.Start();
        serving = ServeAsync();
    }

    public static SmtpListener Open() => new();

    public ConcurrentQueue<MimeMessage> Taken { get; } = new();

    public ConcurrentQueue<string> Receivers { get; } = new();

    public bool Refuses { get; set; }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    public Dictionary<string, string?> Settings(string language = "en") => new()
    {
        ["Alarms:Mail:Host"] = "127.0.0.1",
        ["Alarms:Mail:Port"] = Port.ToString(System.Globalization.CultureInfo.InvariantCulture),
        ["Alarms:Mail:Security"] = "None",
        ["Alarms:Mail:From"] = "portal@example.com",
        ["Alarms:Mail:To"] = "watch@example.com,night@example.com",
        ["Alarms:Language"] = language,
        ["Alarms:DigestAt"] = "never",
    };

    public async ValueTask DisposeAsync()
    {
        await closing.CancelAsync();
        // The listener goes last: who accepts may be between two connections, and learns of the end by its token.
        await serving;
        listener.Stop();
        closing.Dispose();
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                using var client = await listener.AcceptTcpClientAsync(closing.Token);
                await TryTalkAsync(client.GetStream());
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException)
        {
            // The test is over.
        }
    }

    private async Task TryTalkAsync(NetworkStream stream)
    {
        try
        {
            await TalkAsync(stream);
        }
        catch (IOException)
        {
            // Who was refused hangs up.
        }
    }

    private async Task TalkAsync(NetworkStream stream)
    {
        using var reader = new StreamReader(stream, Encoding.UTF8);
        await using var writer = new StreamWriter(stream, new UTF8Encoding(false)) { NewLine = "\r\n", AutoFlush = true };
        await writer.WriteLineAsync("220 test ready");
        while (await reader.ReadLineAsync(closing.Token) is { } line)
        {
            if (line.StartsWith("RCPT TO:", StringComparison.OrdinalIgnoreCase))
                Receivers.Enqueue(line["RCPT TO:".Length..].Trim('<', '>', ' '));
            await writer.WriteLineAsync(line.Split(' ')[0].ToUpperInvariant() switch
            {
                "MAIL" when Refuses => "550 not from you",
                "DATA" => "354 go on",
                "QUIT" => "221 bye",
                _ => "250 ok",
            });
            if (line == "QUIT")
                return;
            if (line != "DATA")
                continue;
            Taken.Enqueue(await ReadMessageAsync(reader));
            await writer.WriteLineAsync("250 taken");
        }
    }

    private async Task<MimeMessage> ReadMessageAsync(StreamReader reader)
    {
        var lines = new StringBuilder();
        while (await reader.ReadLineAsync(closing.Token) is { } line && line != ".")
            lines.Append(line.StartsWith("..", StringComparison.Ordinal) ? line[1..] : line).Append("\r\n");
        return await MimeMessage.LoadAsync(new MemoryStream(Encoding.UTF8.GetBytes(lines.ToString())), closing.Token);
    }
}
