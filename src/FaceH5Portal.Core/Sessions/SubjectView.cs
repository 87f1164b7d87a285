using FaceH5Portal.Core.Subjects;

namespace FaceH5Portal.Core.Sessions;

/// <summary>Whom a session is about, masked or, to who may see it, in the clear.</summary>
public sealed record SubjectView(string Name, string Number, CertificateType CertificateType)
{
    public static SubjectView Masked(Identity identity) =>
        new(Masking.Name(identity.Name), Masking.Number(identity.Number), identity.CertificateType);

    public static SubjectView Clear(Identity identity) => new(identity.Name, identity.Number, identity.CertificateType);

    /// <summary>Masked as well: a log line may not tell what a screen may.</summary>
    public override string ToString() => $"{Masking.Name(Name)} {Masking.Number(Number)}";
}
