using System.ComponentModel;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.PhotoChecks;
using FaceH5Portal.Core.Subjects;
using FaceH5Portal.Vendors.Photos;

namespace FaceH5Portal.Web.Endpoints.Api;

/// <summary>Whose photo to check, with whom, why, and what the person agreed to.</summary>
internal sealed record CreatePhotoCheckBody
{
    public const string Best = "best";

    public static IReadOnlyList<string> Fields { get; } =
        ["vendor", "sessionId", "purpose", "reference", "name", "idNumber", "acceptCheckDigit", "photo", "consentVersion", "consentText", "consentLanguage", "consentGivenAt"];

    [Description("Who compares; best for the best available of those that consentText names: by the order set for the purpose, else by price, and past those that cannot be reached.")]
    public required string Vendor { get; init; }

    [Description("The session in whose capture's place the photo stands: one whose capture found no camera, no portrait on file or a vendor that failed. Why is told by what is known of it.")]
    public Guid? SessionId { get; init; }

    [Description("Why the person is checked, at most 100 characters, as they were told.")]
    public required string Purpose { get; init; }

    [Description("Your own word for this check, at most 64 characters. No personal data.")]
    public string? Reference { get; init; }

    [Description("The name on the resident's ID card. Required, but left out where the session knows its person.")]
    public string? Name { get; init; }

    [Description("The number of the resident's ID card. Required, but left out where the session knows its person.")]
    public string? IdNumber { get; init; }

    [Description("Go on although the number's check digit does not fit it, because somebody has compared it with the card.")]
    public bool AcceptCheckDigit { get; init; }

    [Description("JPEG, PNG, BMP or WebP in base64. It is turned upright, stripped of its notes and made to fit the vendor.")]
    public required byte[] Photo { get; init; }

    [Description("Which edition of your words the person agreed to, at most 32 characters.")]
    public required string ConsentVersion { get; init; }

    [Description("The words, whole, at most 8,000 characters. They name every vendor that may be asked.")]
    public required string ConsentText { get; init; }

    [Description("The language of the words, such as zh-CN.")]
    public required string ConsentLanguage { get; init; }

    [Description("When the person agreed, in UTC.")]
    public required DateTime ConsentGivenAt { get; init; }

    public static Result<CreatePhotoCheckBody> Read(byte[] body) => JsonFields.Read(body, Fields, fields => new CreatePhotoCheckBody
    {
        Vendor = fields.Word<PhotoVendor>("vendor", Best)?.ToString() ?? Best,
        SessionId = fields.Id("sessionId"),
        Purpose = fields.Required("purpose"),
        Reference = fields.Text("reference"),
        Name = OfPerson(fields, "name"),
        IdNumber = OfPerson(fields, "idNumber"),
        AcceptCheckDigit = fields.Boolean("acceptCheckDigit"),
        Photo = fields.Base64("photo") ?? [],
        ConsentVersion = fields.Required("consentVersion"),
        ConsentText = fields.Prose("consentText"),
        ConsentLanguage = fields.Required("consentLanguage"),
        ConsentGivenAt = fields.Time("consentGivenAt"),
    });

    public NewPhotoCheck ToCheck() => new()
    {
        Vendors = ApiJson.Find<PhotoVendor>(Vendor) is { } vendor ? [vendor] : [],
        SessionId = SessionId,
        Purpose = Purpose,
        Reference = Reference,
        Person = Name is null && IdNumber is null ? null : new Identity(Name ?? "", IdNumber ?? "", CertificateType.ResidentIdCard),
        AcceptCheckDigit = AcceptCheckDigit,
        Photo = Photo,
        Consent = new PhotoConsent(ConsentVersion, ConsentText, ConsentLanguage, ConsentGivenAt),
    };

    /// <summary>Tells nothing of the person.</summary>
    public override string ToString() => $"photo check with {Vendor}";

    /// <summary>A session may know its person; nobody else does.</summary>
    private static string? OfPerson(JsonFields fields, string name) => fields.Has("sessionId") ? fields.Text(name) : fields.Required(name);
}
