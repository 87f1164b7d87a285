using FaceH5Portal.Simulation.Tests.Wires;
using FaceH5Portal.Simulation.Tests.Worlds;

namespace FaceH5Portal.Simulation.Tests.Weather;

/// <summary>Decides what goes wrong with each call on the wire.</summary>
internal sealed class Forecast(World world, Dice dice)
{
    private static readonly FaultKind[] Anywhere =
    [
        FaultKind.TimedOutBefore, FaultKind.ResetBefore, FaultKind.NoConnection, FaultKind.NameUnresolved, FaultKind.CircuitOpen,
        FaultKind.TimedOutAfter, FaultKind.ResetAfter, FaultKind.Truncated, FaultKind.Http500, FaultKind.Http503, FaultKind.Http429,
    ];

    private static readonly FaultKind[] OfAnswers =
        [.. Anywhere, FaultKind.Html, FaultKind.Empty, FaultKind.Deep, FaultKind.Huge, FaultKind.Malformed, FaultKind.Error2, FaultKind.Error4];

    private static readonly FaultKind[] OfGateway =
        [.. OfAnswers, FaultKind.Error6, FaultKind.Error17, FaultKind.Error18, FaultKind.Error19, FaultKind.Error110, FaultKind.Error111];

    private static readonly FaultKind[] OfQuestions =
        [.. OfGateway, FaultKind.Error283512, FaultKind.WrongTypes, FaultKind.NullResult, FaultKind.DeliveredTwice];

    private static readonly FaultKind[] OfRecords = [.. OfQuestions, FaultKind.AddressStale, FaultKind.AddressPrivate];

    private static readonly FaultKind[] OfMints = [.. OfGateway, FaultKind.Error283436, FaultKind.WrongTypes, FaultKind.NullResult];

    private static readonly FaultKind[] OfCommands = [.. OfGateway, FaultKind.Error283512, FaultKind.DeliveredTwice];

    private static readonly FaultKind[] OfFiles =
    [
        .. Anywhere, FaultKind.Huge, FaultKind.FileEmpty, FaultKind.FileIsHtml, FaultKind.FileExpired, FaultKind.FileMissing,
        FaultKind.FileCutShort, FaultKind.FileRedirectsInside,
    ];

    /// <summary>The share of calls that go wrong.</summary>
    public double Roughness { get; set; }

    public DateTime VendorBackUtc { get; set; }

    /// <summary>The process dies in the middle of its next call.</summary>
    public bool KillsNext { get; set; }

    public FaultKind? For(WireCall call)
    {
        if (call.Kind == CallKind.Question && call.VerifyToken is { } token && world.Wire.Log.Of(token).Poisoned)
            return FaultKind.PoisonedToken;
        if (world.NowUtc < VendorBackUtc)
            return FaultKind.VendorDown;
        if (KillsNext)
        {
            KillsNext = false;
            return FaultKind.KilledMidCall;
        }
        return dice.Chance(Roughness) ? dice.Pick(MenuFor(call)) : null;
    }

    private static FaultKind[] MenuFor(WireCall call) => call switch
    {
        { Kind: CallKind.AccessToken } => OfAnswers,
        { Kind: CallKind.File } => OfFiles,
        { IsGetAll: true } => OfRecords,
        { Kind: CallKind.Question } => OfQuestions,
        { IsMint: true } => OfMints,
        _ => OfCommands,
    };
}
