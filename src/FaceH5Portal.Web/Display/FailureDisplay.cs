using System.Globalization;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Sessions;
using FaceH5Portal.Core.Sessions.Journey;
using FaceH5Portal.Vendors.Baidu.Codes;

namespace FaceH5Portal.Web.Display;

/// <summary>What the person of a link can do about a failure.</summary>
public enum EndUserStep
{
    TryAgain,
    BetterLight,
    Wait,
    OtherDevice,
    CheckIdentity,
    LaterOrAsk,
    AskCorrection,
    AskOtherWay,
    AskSender,
}

/// <summary>How a failure looks to the person it concerns: the table's sentence, and the next step that their link still allows. The one place that decides it.</summary>
public sealed record FailureDisplay(string Sentence, EndUserStep Step)
{
    /// <summary>Null where nothing has failed, or where it no longer matters.</summary>
    public static FailureDisplay? Of(EndUserView view, CultureInfo culture)
    {
        if (view.Reason is null || view.Status is not (SessionStatus.AwaitingUser or SessionStatus.Capturing or SessionStatus.Failed))
            return null;
        var entry = OutcomeMapper.EntryOf(view.Reason, view.Outcome);
        return new FailureDisplay(entry.EndUser.In(culture), view.Step != JourneyStep.Done ? StepOf(entry.NextStep) : RequestOf(entry.NextStep));
    }

    /// <summary>The table's sentence for a launch that the vendor refused; null where it knows nothing of the reason.</summary>
    public static string? OfLaunch(PortalError error, CultureInfo culture) =>
        error is { Code: "vendor-unavailable", Args: [string code] } && BaiduCodeTable.Of(code) is { IsListed: true } entry
            ? entry.EndUser.In(culture) : null;

    private static EndUserStep StepOf(BaiduNextStep next) => next switch
    {
        BaiduNextStep.BetterLight => EndUserStep.BetterLight,
        BaiduNextStep.Wait => EndUserStep.Wait,
        BaiduNextStep.AnotherWay => EndUserStep.OtherDevice,
        BaiduNextStep.CorrectIdentity => EndUserStep.CheckIdentity,
        BaiduNextStep.ContactSupport or BaiduNextStep.SetUp => EndUserStep.LaterOrAsk,
        _ => EndUserStep.TryAgain,
    };

    private static EndUserStep RequestOf(BaiduNextStep next) => next switch
    {
        BaiduNextStep.CorrectIdentity => EndUserStep.AskCorrection,
        BaiduNextStep.AnotherWay => EndUserStep.AskOtherWay,
        _ => EndUserStep.AskSender,
    };
}
