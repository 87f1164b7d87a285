using System.Globalization;
using System.Text.Json;
using FaceH5Portal.Simulation.Tests.Worlds;

namespace FaceH5Portal.Simulation.Tests.Wires;

/// <summary>What the portal asked of each token, and how much it was told whole.</summary>
internal sealed class WireLog(World world)
{
    private static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    private readonly Dictionary<string, TokenLog> tokens = [];
    private (TokenLog Token, Told? Before)? latest;

    public int Mints { get; private set; }

    public int Calls { get; private set; }

    public TokenLog Of(string verifyToken)
    {
        if (!tokens.TryGetValue(verifyToken, out var log))
            tokens[verifyToken] = log = new TokenLog();
        return log;
    }

    public void Sent(WireCall call)
    {
        latest = null;
        Calls++;
        if (call is not { Kind: CallKind.Question, VerifyToken: { } token })
            return;
        var log = Of(token);
        log.FirstQuestionUtc ??= world.NowUtc;
        if (call.IsGetAll)
            log.AskedUtc.Add(world.NowUtc);
    }

    public void Answered(WireCall call, HttpResponseMessage answer)
    {
        Mints += call.IsMint ? 1 : 0;
        world.Story.Tell(string.Create(CultureInfo.InvariantCulture, $"  {call.Name} {world.Story.NameOf(call.VerifyToken)} -> {(int)answer.StatusCode}"));
    }

    /// <summary>A record of attempts arrived whole; from now on the portal has no excuse for not knowing them.</summary>
    public async Task ToldAsync(WireCall call, HttpResponseMessage answer)
    {
        if (!call.IsGetAll)
            return;
        using var body = JsonDocument.Parse(await answer.Content.ReadAsByteArrayAsync(), Lenient);
        if (!body.RootElement.TryGetProperty("success", out var success) || !success.GetBoolean())
            return;
        var log = Of(call.VerifyToken!);
        latest = (log, log.Told);
        log.Tellings++;
        log.Told = new Told(body.RootElement.GetProperty("result").GetProperty("verify_result").GetArrayLength(), world.NowUtc);
    }

    /// <summary>What came last was lost inside the portal: killed, or not to be written.</summary>
    public void Unheard()
    {
        if (latest is { } lost)
            lost.Token.Told = lost.Before;
        latest = null;
    }
}

/// <summary>How many attempts a whole answer named, and when it came.</summary>
internal sealed record Told(int Attempts, DateTime AtUtc);

internal sealed class TokenLog
{
    public DateTime? FirstQuestionUtc { get; set; }

    /// <summary>From when on the portal had reason to ask: a valid return, or somebody who takes the risk.</summary>
    public DateTime? AllowedUtc { get; set; }

    public List<DateTime> AskedUtc { get; } = [];

    public Told? Told { get; set; }

    /// <summary>How often a record came whole.</summary>
    public int Tellings { get; set; }

    /// <summary>How often its person came back with its address.</summary>
    public int Returns { get; set; }

    /// <summary>How many pictures stand beside the video of its last attempt; null where nothing was recorded.</summary>
    public int? Recorded { get; set; }

    /// <summary>No answer about it will ever be readable.</summary>
    public bool Poisoned { get; set; }
}
