using System.ComponentModel;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Subjects;

namespace FaceH5Portal.Web.Endpoints.Api;

/// <summary>Whom to verify, by which plan and why. What the plan has no use for is not stored.</summary>
internal sealed record CreateSessionBody
{
    public static IReadOnlyList<string> Fields { get; } =
        ["plan", "reference", "purpose", "name", "idNumber", "certificateType", "matchImage", "returnUrl", "acceptCheckDigit"];

    [Description("The plan: its id in this portal, or its plan ID in the vendor's console.")]
    public required string Plan { get; init; }

    [Description("Your own word for this session, at most 64 characters. No personal data.")]
    public string? Reference { get; init; }

    [Description("Why the person is verified, at most 100 characters; they are shown it. The plan's purpose counts when it is left out.")]
    public string? Purpose { get; init; }

    [Description("The person's name, for plans that submit an identity.")]
    public string? Name { get; init; }

    [Description("The number of the certificate, for plans that submit an identity.")]
    public string? IdNumber { get; init; }

    public CertificateType? CertificateType { get; init; }

    [Description("The portrait to compare with, for plans with photos of your own: JPEG, PNG or BMP in base64, smaller than 1920×1080 pixels and 7.5 MB.")]
    public byte[]? MatchImage { get; init; }

    [Description("Where the person goes in the end: https, on a host of Api:ReturnUrlHosts. In Development also this machine.")]
    public string? ReturnUrl { get; init; }

    [Description("Go on although the number's check digit does not fit it, because somebody has compared it with the card.")]
    public bool AcceptCheckDigit { get; init; }

    public static Result<CreateSessionBody> Read(byte[] body) => JsonFields.Read(body, Fields, fields => new CreateSessionBody
    {
        Plan = fields.Required("plan"),
        Reference = fields.Text("reference"),
        Purpose = fields.Text("purpose"),
        Name = fields.Text("name"),
        IdNumber = fields.Text("idNumber"),
        CertificateType = fields.Certificate("certificateType"),
        MatchImage = fields.Base64("matchImage"),
        ReturnUrl = fields.Text("returnUrl"),
        AcceptCheckDigit = fields.Boolean("acceptCheckDigit"),
    });

    public Identity? ToIdentity() => Name is null && IdNumber is null
        ? null : new Identity(Name ?? "", IdNumber ?? "", CertificateType ?? Core.Subjects.CertificateType.ResidentIdCard);

    /// <summary>Tells nothing of the person: a record prints itself wherever it is logged by mistake.</summary>
    public override string ToString() => $"plan {Plan}";
}
