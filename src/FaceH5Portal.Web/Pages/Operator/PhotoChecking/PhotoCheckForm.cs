using FaceH5Portal.Core.PhotoChecks;
using FaceH5Portal.Core.PhotoChecks.Choosing;
using FaceH5Portal.Core.Subjects;
using FaceH5Portal.Vendors.Photos;

namespace FaceH5Portal.Web.Pages.Operator.PhotoChecking;

/// <summary>What is typed, chosen and agreed to for a photo check; an error takes nothing of it away.</summary>
public sealed class PhotoCheckForm
{
    private readonly HashSet<PhotoVendor> chosen = [];
    private string? agreedWords;
    private DateTime agreedAtUtc;

    public string Purpose { get; set; } = "";

    public string Reference { get; set; } = "";

    public string Name { get; set; } = "";

    public string Number { get; set; } = "";

    public bool AcceptCheckDigit { get; set; }

    public byte[]? Photo { get; set; }

    public string? PhotoName { get; set; }

    /// <summary>Whoever is best, and not those that are chosen.</summary>
    public bool IsBest { get; set; } = true;

    public InsteadCause Cause { get; set; }

    public Identity Typed => new(Name, Number, CertificateType.ResidentIdCard);

    public bool IsChosen(PhotoVendor vendor) => chosen.Contains(vendor);

    public void Choose(PhotoVendor vendor, bool wanted) => _ = wanted ? chosen.Add(vendor) : chosen.Remove(vendor);

    /// <summary>Who may be asked, the first first: the person has to know of each.</summary>
    public IReadOnlyList<VendorOffer> Asked(IEnumerable<VendorOffer> offers) => IsBest
        ? [.. offers.Where(offer => offer.Rank is not null).OrderBy(offer => offer.Rank)]
        : [.. offers.Where(offer => IsChosen(offer.Vendor))];

    /// <summary>The most that it costs, in 1/10,000 CNY; null for who may not see money, or where nobody is asked.</summary>
    public long? MostCost(IEnumerable<VendorOffer> offers) => Asked(offers) switch
    {
        var asked when asked.Count == 0 || asked.Any(offer => offer.Price is null) => null,
        var asked when IsBest => asked.Max(offer => offer.Price),
        var asked => asked.Sum(offer => offer.Price),
    };

    /// <summary>Other words, of another vendor or another purpose, nobody has agreed to yet.</summary>
    public bool IsAgreed(string words) => agreedWords == words;

    public void Agree(bool agrees, string words, DateTime nowUtc) => (agreedWords, agreedAtUtc) = (agrees ? words : null, nowUtc);

    /// <param name="words">What the person agreed to.</param>
    /// <param name="version">Of the words.</param>
    /// <param name="language">Of the words.</param>
    /// <param name="sessionId">In whose place it stands; null where it stands alone.</param>
    /// <param name="isKnown">Whether the session knows the person.</param>
    public NewPhotoCheck Wanted(string words, string version, string language, Guid? sessionId, bool isKnown) => new()
    {
        Vendors = IsBest ? [] : [.. chosen.Order()],
        Purpose = Purpose,
        Reference = Reference,
        Person = isKnown ? null : Typed,
        AcceptCheckDigit = AcceptCheckDigit,
        Photo = Photo ?? [],
        Consent = new PhotoConsent(version, words, language, agreedAtUtc),
        SessionId = sessionId,
        Instead = sessionId is null ? null : Cause,
    };

    /// <summary>Tells nothing of the person.</summary>
    public override string ToString() => nameof(PhotoCheckForm);
}
