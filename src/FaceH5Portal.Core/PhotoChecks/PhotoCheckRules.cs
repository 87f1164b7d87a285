using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.PhotoChecks.Choosing;
using FaceH5Portal.Core.Plans;
using FaceH5Portal.Core.Sessions;
using FaceH5Portal.Core.Subjects;

namespace FaceH5Portal.Core.PhotoChecks;

/// <summary>What must be right before any vendor is asked; the photo itself is looked at beside its vendor.</summary>
public sealed class PhotoCheckRules(IdentityRules identities, TimeProvider clock)
{
    public const int LongestPurpose = PlanRules.LongestText;
    public const int LongestVersion = 32;
    public const int LongestLanguage = 16;
    public const int LongestConsent = 8_000;

    /// <summary>A caller's clock may be ahead of ours by this much.</summary>
    private static readonly TimeSpan Ahead = TimeSpan.FromMinutes(5);

    /// <summary>Every fault of a request.</summary>
    public List<PortalError> Check(NewPhotoCheck wanted)
    {
        var errors = new List<PortalError>();
        AddText(errors, wanted.Purpose, nameof(NewPhotoCheck.Purpose), LongestPurpose);
        if (wanted.Reference?.Trim().Length > SessionRules.LongestReference)
            errors.Add(new PortalError("text-too-long", nameof(NewPhotoCheck.Reference), SessionRules.LongestReference));
        if (wanted.Person is { } person)
            errors.AddRange(PersonFaults(person, wanted.AcceptCheckDigit));
        if (wanted.Vendors.Distinct().Count() < wanted.Vendors.Count || wanted.Vendors.Any(vendor => !Enum.IsDefined(vendor)))
            errors.Add(new PortalError("photo-vendors", nameof(NewPhotoCheck.Vendors)));
        if (wanted is { SessionId: null, Instead: not null })
            errors.Add(new PortalError("instead-cause", nameof(NewPhotoCheck.Instead)));
        if (wanted.Photo.Length == 0)
            errors.Add(new PortalError("photo-not-given", nameof(NewPhotoCheck.Photo)));
        errors.AddRange(ConsentFaults(wanted));
        return errors;
    }

    /// <summary>The person as vendors expect them to be written.</summary>
    public static Identity Tidy(Identity person) => IdentityRules.Tidy(person);

    /// <summary>The vendors' source knows holders of a resident's ID card alone.</summary>
    internal IEnumerable<PortalError> PersonFaults(Identity person, bool acceptCheckDigit) => person.CertificateType == CertificateType.ResidentIdCard
        ? identities.Check(Tidy(person), acceptCheckDigit) : [new PortalError("certificate-resident-only", nameof(Identity.Number))];

    private List<PortalError> ConsentFaults(NewPhotoCheck wanted)
    {
        var (consent, errors) = (wanted.Consent, new List<PortalError>());
        AddText(errors, consent.Text, "ConsentText", LongestConsent);
        AddText(errors, consent.Version, "ConsentVersion", LongestVersion);
        AddText(errors, consent.Language, "ConsentLanguage", LongestLanguage);
        if (consent.GivenAtUtc > clock.GetUtcNow().UtcDateTime + Ahead || consent.GivenAtUtc.Year < 2000)
            errors.Add(new PortalError("consent-time", "ConsentGivenAt"));
        if (errors.Count == 0)
            errors.AddRange(wanted.Vendors.Where(vendor => !VendorNames.IsNamedIn(consent.Text, vendor))
                .Select(vendor => new PortalError("consent-vendor-unnamed", "ConsentText", VendorNames.Of(vendor))));
        return errors;
    }

    private static void AddText(List<PortalError> errors, string text, string field, int longest)
    {
        if (string.IsNullOrWhiteSpace(text))
            errors.Add(new PortalError("text-required", field));
        else if (text.Trim().Length > longest)
            errors.Add(new PortalError("text-too-long", field, longest));
    }
}
