namespace FaceH5Portal.Core.Subjects;

/// <summary>A person as the authority knows them. Never printed: <see cref="ToString"/> is masked.</summary>
public sealed record Identity(string Name, string Number, CertificateType CertificateType)
{
    public override string ToString() => $"{Masking.Name(Name)} {Masking.Number(Number)}";
}
