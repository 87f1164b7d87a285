namespace FaceH5Portal.Core.Subjects;

/// <summary>The vendor's certificate types; the numbers go on the wire.</summary>
public enum CertificateType
{
    ResidentIdCard = 0,
    HongKongMacaoTaiwanPermit = 1,
    ForeignPermanentResidentCard = 2,
    OverseasChinesePassport = 3,
    HongKongMacaoTaiwanResidenceCard = 4,
    HongKongMacaoPermitNonChinese = 5,
}
