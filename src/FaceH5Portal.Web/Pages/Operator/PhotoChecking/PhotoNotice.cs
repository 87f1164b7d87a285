using FaceH5Portal.Core.PhotoChecks;
using FaceH5Portal.Core.PhotoChecks.Choosing;
using FaceH5Portal.Vendors.Photos;
using FaceH5Portal.Web.Hosting;
using FaceH5Portal.Web.Pages.EndUser;
using FaceH5Portal.Web.Resources;
using Microsoft.Extensions.Localization;

namespace FaceH5Portal.Web.Pages.Operator.PhotoChecking;

/// <summary>What the person is told before their photo goes to another vendor: each question with its answer, every vendor by name.</summary>
public sealed class PhotoNotice(IStringLocalizer<Texts> texts, PortalSettings settings, PhotoCheckSettings checks)
{
    /// <summary>Changes with the words.</summary>
    public const string Version = "photo-2026-12-2";

    public IReadOnlyList<(string Question, string Answer)> Parts(PhotoCheckForm form, IEnumerable<VendorOffer> offers) =>
    [
        (texts["Consent.Who.Title"], texts["Consent.Who", ConsentNotice.OrganizationOf(texts, settings), ConsentNotice.SupportOf(texts, settings)]),
        (texts["Consent.Purpose.Title"], form.Purpose.Trim()),
        (texts["Consent.Sent.Title"], texts[form.IsBest ? "PhotoConsent.OneOf" : "PhotoConsent.Each", VendorsOf(form, offers)]),
        (texts["Consent.Kept.Title"], texts["PhotoConsent.Kept", checks.PhotoDays]),
        (texts["Consent.Effect.Title"], texts["Consent.Effect"]),
        (texts["Consent.Rights.Title"], texts["PhotoConsent.Rights", ConsentNotice.SupportOf(texts, settings)]),
    ];

    /// <summary>All of it as one text, as it is kept.</summary>
    public string Words(PhotoCheckForm form, IEnumerable<VendorOffer> offers) =>
        string.Join('\n', Parts(form, offers).Select(part => $"{part.Question}\n{part.Answer}"));

    private string VendorsOf(PhotoCheckForm form, IEnumerable<VendorOffer> offers) =>
        string.Join(texts["PhotoChecks.And"], form.Asked(offers).Select(offer => RecipientOf(offer.Vendor)).Distinct());

    /// <summary>By the name people know, by which alone a consent is known to name the vendor, then by its name in law.</summary>
    private string RecipientOf(PhotoVendor vendor)
    {
        var (known, recipient) = (texts[$"PhotoConsent.Vendor.{vendor}"], checks.Recipients.GetValueOrDefault(vendor));
        var contact = recipient?.Contact ?? texts[$"PhotoConsent.Contact.{vendor}"];
        return recipient?.Company is { } company ? texts["PhotoConsent.Company", known, company, contact] : texts["PhotoConsent.NoCompany", known, contact];
    }
}
