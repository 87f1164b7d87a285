using System.Globalization;
using FaceH5Portal.Core.Plans;
using FaceH5Portal.Core.Privacy.Notices;
using FaceH5Portal.Core.Sessions.Journey;
using FaceH5Portal.Web.Hosting;
using FaceH5Portal.Web.Resources;
using Microsoft.Extensions.Localization;

namespace FaceH5Portal.Web.Pages.EndUser;

/// <summary>What the person reads before they agree: each question with its answer.</summary>
public sealed record ConsentNotice(IReadOnlyList<(string Question, string Answer)> Parts)
{
    /// <summary>Of the portal's own words; changes with them.</summary>
    private const string OwnVersion = "2026-12";

    public required string Version { get; init; }

    /// <summary>All of it as one text, as it is kept.</summary>
    public string Text => string.Join('\n', Parts.Select(part => $"{part.Question}\n{part.Answer}"));

    /// <param name="written">What the business put in the place of the portal's own words; null where it did not.</param>
    public static ConsentNotice For(IStringLocalizer<Texts> texts, EndUserView view, PortalSettings settings, NoticeVersion? written) =>
        written is null ? Own(texts, view, settings) : new(NoticeText.PartsOf(
            CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "zh" ? written.Chinese : written.English, Places(texts, view, settings)))
        {
            Version = string.Create(CultureInfo.InvariantCulture, $"v{written.Number}"),
        };

    private static ConsentNotice Own(IStringLocalizer<Texts> texts, EndUserView view, PortalSettings settings) => new(
    [
        (texts["Consent.Who.Title"], texts["Consent.Who", OrganizationOf(texts, settings), SupportOf(texts, settings)]),
        (texts["Consent.Purpose.Title"], view.Purpose),
        (texts["Consent.Sent.Title"], $"{SentOf(texts, view.Terms)} {texts["Consent.Vendor"]}"),
        (texts["Consent.Kept.Title"], texts["Consent.Kept", view.Terms.LongestDays]),
        (texts["Consent.Effect.Title"], texts["Consent.Effect"]),
        (texts["Consent.Rights.Title"], texts["Consent.Rights", SupportOf(texts, settings)]),
    ])
    {
        Version = OwnVersion,
    };

    private static Dictionary<string, string> Places(IStringLocalizer<Texts> texts, EndUserView view, PortalSettings settings) => new()
    {
        ["{organization}"] = OrganizationOf(texts, settings),
        ["{support}"] = SupportOf(texts, settings),
        ["{purpose}"] = view.Purpose,
        ["{sent}"] = SentOf(texts, view.Terms),
        [NoticeRules.Vendor] = texts["Consent.Vendor"],
        ["{days}"] = view.Terms.LongestDays.ToString(CultureInfo.InvariantCulture),
    };

    public static string OrganizationOf(IStringLocalizer<Texts> texts, PortalSettings settings) =>
        settings.Organization ?? texts["EndUser.Sender"];

    public static string SupportOf(IStringLocalizer<Texts> texts, PortalSettings settings) =>
        settings.Support ?? texts["EndUser.Sender"];

    private static string SentOf(IStringLocalizer<Texts> texts, PlanTerms terms) =>
        terms.Recording ? $"{texts[SentKey(terms)]} {texts["Consent.Sent.Video"]}" : texts[SentKey(terms)];

    private static string SentKey(PlanTerms terms) => terms switch
    {
        { NeedsMatchPhoto: true } => "Consent.Sent.Photo",
        { NeedsIdentity: true } => "Consent.Sent.Identity",
        { ReadsCards: true } => "Consent.Sent.Card",
        { TakesIdentityOnPage: true } => "Consent.Sent.Typed",
        _ => "Consent.Sent.Face",
    };
}
