using FaceH5Portal.Core.Subjects;
using Microsoft.Extensions.Time.Testing;

namespace FaceH5Portal.Core.Tests.Subjects;

public sealed class IdentityRulesTests
{
    private readonly IdentityRules rules = new(new FakeTimeProvider(new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero)));

    [Theory]
    [InlineData("110101199003070011", null)]
    [InlineData("11010119900307001X", "number-check-digit")]
    [InlineData("1101011990030700", "number-length")]
    [InlineData("1101011990030700111", "number-length")]
    [InlineData("11010119900307OO11", "number-characters")]
    [InlineData("110101199013070011", "number-date")]
    [InlineData("110101199002300011", "number-date")]
    [InlineData("110101202612310011", "number-date")]
    [InlineData("", "number-empty")]
    public void A_resident_number_is_checked_for_length_characters_date_and_check_digit(string number, string? expected) =>
        Assert.Equal(expected, FaultOf(number, CertificateType.ResidentIdCard));

    [Theory]
    [InlineData(CertificateType.HongKongMacaoTaiwanPermit, "H12345678", null)]
    [InlineData(CertificateType.HongKongMacaoTaiwanPermit, "m1234567801", null)]
    [InlineData(CertificateType.HongKongMacaoTaiwanPermit, "12345678", null)]
    [InlineData(CertificateType.HongKongMacaoTaiwanPermit, "A12345678", "number-permit")]
    [InlineData(CertificateType.ForeignPermanentResidentCard, "USA110190010101", null)]
    [InlineData(CertificateType.ForeignPermanentResidentCard, "911124199001010019", null)]
    [InlineData(CertificateType.ForeignPermanentResidentCard, "811124199001010019", "number-foreign-card")]
    [InlineData(CertificateType.OverseasChinesePassport, "E12345678", null)]
    [InlineData(CertificateType.OverseasChinesePassport, "EA1234567", null)]
    [InlineData(CertificateType.OverseasChinesePassport, "12345678", "number-passport")]
    [InlineData(CertificateType.HongKongMacaoTaiwanResidenceCard, "110101199003070011", "number-residence-card")]
    [InlineData(CertificateType.HongKongMacaoTaiwanResidenceCard, "810000199003070012", "number-check-digit")]
    [InlineData(CertificateType.HongKongMacaoPermitNonChinese, "M12345678", null)]
    [InlineData(CertificateType.HongKongMacaoPermitNonChinese, "12345678", "number-permit-non-chinese")]
    [InlineData((CertificateType)9, "12345678", "certificate-unknown")]
    public void Every_other_certificate_has_its_own_form(CertificateType type, string number, string? expected) =>
        Assert.Equal(expected, FaultOf(number, type));

    [Fact]
    public void A_person_who_has_seen_the_warning_may_go_on() =>
        Assert.Empty(rules.Check(new Identity("张三", "11010119900307001X", CertificateType.ResidentIdCard), acceptCheckDigit: true));

    [Theory]
    [InlineData("", "name-empty")]
    [InlineData("   ", "name-empty")]
    [InlineData("买买提·吐尔逊", null)]
    public void A_name_is_needed(string name, string? expected) => Assert.Equal(expected, NameFault(name));

    [Fact]
    public void A_name_has_an_end() =>
        Assert.Equal((null, "name-too-long"), (NameFault(new string('长', 50)), NameFault(new string('长', 51))));

    [Theory]
    [InlineData("张三", "张*")]
    [InlineData("欧阳娜娜", "欧***")]
    [InlineData("𠮷野", "𠮷*")]
    public void A_masked_name_keeps_its_first_letter_whole(string name, string masked) => Assert.Equal(masked, Masking.Name(name));

    [Fact]
    public void An_identity_never_prints_itself() =>
        Assert.Equal("张* 110***********0011", new Identity("张三", "110101199003070011", CertificateType.ResidentIdCard).ToString());

    private string? FaultOf(string number, CertificateType type) => rules
        .Check(IdentityRules.Tidy(new Identity("张三", number, type)), acceptCheckDigit: false).SingleOrDefault()?.Code;

    private string? NameFault(string name) => rules
        .Check(IdentityRules.Tidy(new Identity(name, "110101199003070011", CertificateType.ResidentIdCard)), false).SingleOrDefault()?.Code;
}
