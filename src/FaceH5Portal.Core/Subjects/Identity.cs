namespace FaceH5Portal.Core.Subjects;

/// <summary>A person as the authority knows them. Never printed: <see cref="ToString"/> is masked.</summary>
public sealed record Identity(string Name, string Number, CertificateType CertificateType)
{
    /// <summary>Null where the number of such a certificate does not tell it.</summary>
    public DateOnly? BirthDate => BirthDateIn(CertificateType, Number);

    internal static DateOnly? BirthDateIn(CertificateType type, string number) =>
        type is CertificateType.ResidentIdCard or CertificateType.HongKongMacaoTaiwanResidenceCard
        && ResidentNumber.HasShape(number) ? ResidentNumber.BirthDate(number) : null;

    public override string ToString() => $"{Masking.Name(Name)} {Masking.Number(Number)}";
}
