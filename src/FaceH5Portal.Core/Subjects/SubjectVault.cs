using System.Text;
using FaceH5Portal.Core.Data;

namespace FaceH5Portal.Core.Subjects;

/// <summary>Makes subjects and seals what belongs to them; the context says what a value is, so that none can take another's place.</summary>
public sealed class SubjectVault(MasterKey master, Entropy entropy, TimeProvider clock)
{
    public Subject Create(Identity? identity)
    {
        var id = entropy.NewId(clock);
        var subject = new Subject
        {
            Id = id,
            CreatedAtUtc = clock.GetUtcNow().UtcDateTime,
            MasterKeyVersion = master.Version,
            WrappedKey = master.Wrap(entropy.Bytes(MasterKey.Bytes), Nonce(), Context(id, "key")),
        };
        if (identity is not null)
            Describe(subject, identity);
        return subject;
    }

    public byte[] Seal(Subject subject, string purpose, ReadOnlySpan<byte> plain) =>
        Envelope.Seal(KeyOf(subject), Nonce(), plain, Context(subject.Id, purpose));

    public byte[] SealText(Subject subject, string purpose, string text) =>
        Seal(subject, purpose, Encoding.UTF8.GetBytes(text));

    public byte[] Open(Subject subject, string purpose, byte[] sealedBytes) =>
        Envelope.Open(KeyOf(subject), sealedBytes, Context(subject.Id, purpose));

    public string OpenText(Subject subject, string purpose, byte[] sealedBytes) =>
        Encoding.UTF8.GetString(Open(subject, purpose, sealedBytes));

    public Identity? IdentityOf(Subject subject) =>
        subject is { SealedName: { } name, SealedNumber: { } number, CertificateType: { } type }
            ? new Identity(OpenText(subject, "name", name), OpenText(subject, "number", number), type)
            : null;

    /// <summary>Says who a subject is, where that was not known when it was made.</summary>
    public void Describe(Subject subject, Identity identity)
    {
        subject.CertificateType = identity.CertificateType;
        subject.NumberIndex = master.BlindIndex($"{(int)identity.CertificateType}|{identity.Number}");
        subject.SealedName = SealText(subject, "name", identity.Name);
        subject.SealedNumber = SealText(subject, "number", identity.Number);
    }

    private byte[] KeyOf(Subject subject) => master.Unwrap(subject.WrappedKey, Context(subject.Id, "key"));

    private byte[] Nonce() => entropy.Bytes(Envelope.NonceBytes);

    private static string Context(Guid subjectId, string purpose) => $"{purpose}|{subjectId:N}";
}
