using FaceH5Portal.Core.PhotoChecks;
using FaceH5Portal.Core.Sessions;
using MudBlazor;

namespace FaceH5Portal.Web.Display;

/// <summary>How a photo check looks: the key of its words, its icon, its colour, and the key of what to do next. The one place that decides it.</summary>
public sealed record PhotoCheckDisplay(string TextKey, string Icon, Color Color, string NextKey)
{
    public static PhotoCheckDisplay Of(PhotoCheck check) => Of(check.State, check.Outcome, check.RetryWith);

    public static PhotoCheckDisplay Of(PhotoCheckState state, Outcome? outcome, RetryWith? retryWith) => state switch
    {
        PhotoCheckState.Asked => new("PhotoCheckState.Asked", Icons.Material.Filled.Sync, Color.Info, "PhotoNext.Asked"),
        PhotoCheckState.EndUnknown => new("PhotoCheckState.EndUnknown", Icons.Material.Filled.HelpOutline, Color.Warning, "PhotoNext.EndUnknown"),
        PhotoCheckState.NotSent => new("PhotoCheckState.NotSent", Icons.Material.Filled.CloudOff, Color.Default, "PhotoNext.NotSent"),
        PhotoCheckState.Answered when outcome is { } told => OfAnswer(told, NextOf(told, retryWith)),
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "A photo check without a display."),
    };

    private static PhotoCheckDisplay OfAnswer(Outcome outcome, string next) => outcome switch
    {
        Outcome.Match => new("Outcome.Match", Icons.Material.Filled.CheckCircle, Color.Success, next),
        Outcome.NoMatch => new("Outcome.NoMatch", Icons.Material.Filled.Cancel, Color.Error, next),
        Outcome.Uncertain => new("Outcome.Uncertain", Icons.Material.Filled.QuestionMark, Color.Warning, next),
        Outcome.IdentityMismatch => new("Outcome.IdentityMismatch", Icons.Material.Filled.PersonOff, Color.Error, next),
        Outcome.IdentityNotFound => new("Outcome.IdentityNotFound", Icons.Material.Filled.SearchOff, Color.Error, next),
        Outcome.NoPortraitOnFile => new("Outcome.NoPortraitOnFile", Icons.Material.Filled.NoPhotography, Color.Warning, next),
        Outcome.PhotoUnusable => new("Outcome.PhotoUnusable", Icons.Material.Filled.BrokenImage, Color.Warning, next),
        Outcome.LivenessFailed => new("Outcome.LivenessFailed", Icons.Material.Filled.FaceRetouchingOff, Color.Error, next),
        Outcome.ProviderError => new("Outcome.ProviderError", Icons.Material.Filled.Report, Color.Warning, next),
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "An outcome without a display."),
    };

    private static string NextOf(Outcome outcome, RetryWith? retryWith) => (outcome, retryWith) switch
    {
        (Outcome.Match, _) => "PhotoNext.Match",
        (_, RetryWith.SameRequest) => "PhotoNext.SameRequest",
        (_, RetryWith.NewPhoto) => "PhotoNext.NewPhoto",
        (_, RetryWith.Later) => "PhotoNext.Later",
        (Outcome.NoMatch, _) => "PhotoNext.NoMatch",
        _ => "PhotoNext.Never",
    };
}
