using FaceH5Portal.Core.Plans;
using FaceH5Portal.Core.Sessions.Journey;
using FaceH5Portal.Web.Hosting;
using FaceH5Portal.Web.Resources;
using Microsoft.Extensions.Localization;

namespace FaceH5Portal.Web.Pages.EndUser;

/// <summary>What the person reads before they agree: each question with its answer.</summary>
public sealed record ConsentNotice(IReadOnlyList<(string Question, string Answer)> Parts)
{
    /// <summary>Changes with the words.</summary>
    public const string Version = "2026-12";

    /// <summary>All of it as one text, as it is kept.</summary>
    public string Text => string.Join('\n', Parts.Select(part => $"{part.Question}\n{part.Answer}"));

    public static ConsentNotice For(IStringLocalizer<Texts> texts, EndUserView view, PortalSettings settings) => new(
    [
        (texts["Consent.Who.Title"], texts["Consent.Who", OrganizationOf(texts, settings), SupportOf(texts, settings)]),
        (texts["Consent.Purpose.Title"], view.Purpose),
        (texts["Consent.Sent.Title"], $"{texts[SentKey(view.Terms)]} {(view.Terms.Recording ? texts["Consent.Sent.Video"] + " " : "")}{texts["Consent.Vendor"]}"),
        (texts["Consent.Kept.Title"], texts["Consent.Kept", view.Terms.RetentionDays]),
        (texts["Consent.Effect.Title"], texts["Consent.Effect"]),
        (texts["Consent.Rights.Title"], texts["Consent.Rights", SupportOf(texts, settings)]),
    ]);

    public static string OrganizationOf(IStringLocalizer<Texts> texts, PortalSettings settings) =>
        settings.Organization ?? texts["EndUser.Sender"];

    public static string SupportOf(IStringLocalizer<Texts> texts, PortalSettings settings) =>
        settings.Support ?? texts["EndUser.Sender"];

    private static string SentKey(PlanTerms terms) => terms switch
    {
        { NeedsMatchPhoto: true } => "Consent.Sent.Photo",
        { NeedsIdentity: true } => "Consent.Sent.Identity",
        { ReadsCards: true } => "Consent.Sent.Card",
        { TakesIdentityOnPage: true } => "Consent.Sent.Typed",
        _ => "Consent.Sent.Face",
    };
}
