using System.Text.RegularExpressions;
using FaceH5Portal.Core.Data;

namespace FaceH5Portal.Core.Subjects;

/// <summary>What can be known to be wrong with an identity before any vendor is asked.</summary>
public sealed partial class IdentityRules(TimeProvider clock)
{
    /// <summary>Trims, and writes the number the way the vendors expect it.</summary>
    public static Identity Tidy(Identity identity) => identity with
    {
        Name = NameRules.Tidy(identity.Name),
        Number = TidyNumber(identity.Number),
    };

    public static string TidyNumber(string number) => number.Trim().ToUpperInvariant();

    /// <summary>
    /// Every fault of a tidied identity. A wrong check digit is a warning, because the vendors' own samples
    /// fail it: it is left out once a person has <paramref name="acceptCheckDigit"/>.
    /// </summary>
    public IReadOnlyList<PortalError> Check(Identity identity, bool acceptCheckDigit)
    {
        var errors = new List<PortalError>();
        if (NameRules.FaultOf(identity.Name) is { } nameFault)
            errors.Add(new PortalError(nameFault, nameof(Identity.Name), NameRules.Longest));
        if (NumberFault(identity, acceptCheckDigit) is { } code)
            errors.Add(new PortalError(code, nameof(Identity.Number)));
        return errors;
    }

    private string? NumberFault(Identity identity, bool acceptCheckDigit) => identity.CertificateType switch
    {
        _ when identity.Number.Length == 0 => "number-empty",
        CertificateType.ResidentIdCard => ResidentFault(identity.Number, acceptCheckDigit),
        CertificateType.HongKongMacaoTaiwanResidenceCard => ResidenceCard().IsMatch(identity.Number)
            ? ResidentFault(identity.Number, acceptCheckDigit) : "number-residence-card",
        CertificateType.HongKongMacaoTaiwanPermit => Permit().IsMatch(identity.Number) ? null : "number-permit",
        CertificateType.ForeignPermanentResidentCard => ForeignCard().IsMatch(identity.Number) ? null : "number-foreign-card",
        CertificateType.OverseasChinesePassport => Passport().IsMatch(identity.Number) ? null : "number-passport",
        CertificateType.HongKongMacaoPermitNonChinese => PermitNonChinese().IsMatch(identity.Number)
            ? null : "number-permit-non-chinese",
        _ => "certificate-unknown",
    };

    private string? ResidentFault(string number, bool acceptCheckDigit)
    {
        if (number.Length != 18)
            return "number-length";
        if (!ResidentNumber.HasShape(number))
            return "number-characters";
        if (ResidentNumber.BirthDate(number) is not { } born || !Age.IsPossible(born, ChinaDate.Today(clock)))
            return "number-date";
        return acceptCheckDigit || ResidentNumber.CheckCharacter(number) == number[17] ? null : "number-check-digit";
    }

    // Hong Kong and Macao: H or M with 8 digits, and 2 more on older cards. Taiwan: 8 digits.
    [GeneratedRegex(@"^([HM]\d{8}(\d{2})?|\d{8})$")]
    private static partial Regex Permit();

    [GeneratedRegex(@"^[HM]\d{8}(\d{2})?$")]
    private static partial Regex PermitNonChinese();

    // Until 2023: three letters and 12 digits. Since then: 18 digits that begin with 9.
    [GeneratedRegex(@"^([A-Z]{3}\d{12}|9\d{16}[\dX])$")]
    private static partial Regex ForeignCard();

    [GeneratedRegex(@"^([A-Z]\d{8}|[A-Z]{2}\d{7})$")]
    private static partial Regex Passport();

    [GeneratedRegex(@"^8[123]\d{4}")]
    private static partial Regex ResidenceCard();
}
