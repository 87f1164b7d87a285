using System.Globalization;
using System.Text;
using FaceH5Portal.Core.Data;

namespace FaceH5Portal.Core.Subjects;

/// <summary>Makes subjects and seals what belongs to them; the context says what a value is, so that none can take another's place.</summary>
public sealed class SubjectVault(KeyWrapping keys, BlindIndex index, Entropy entropy, TimeProvider clock)
{
    public Subject Create(Identity? identity)
    {
        var id = entropy.NewId(clock);
        var subject = new Subject
        {
            Id = id,
            CreatedAtUtc = clock.GetUtcNow().UtcDateTime,
            MasterKeyVersion = keys.Version,
            WrappedKey = keys.WrapNew(id),
        };
        if (identity is not null)
            Describe(subject, identity);
        return subject;
    }

    public byte[] Seal(Subject subject, string purpose, ReadOnlySpan<byte> plain) =>
        Envelope.Seal(keys.KeyOf(subject), entropy.Bytes(Envelope.NonceBytes), plain, Context(subject.Id, purpose));

    public byte[] SealText(Subject subject, string purpose, string text) =>
        Seal(subject, purpose, Encoding.UTF8.GetBytes(text));

    public byte[] Open(Subject subject, string purpose, byte[] sealedBytes) =>
        Envelope.Open(keys.KeyOf(subject), sealedBytes, Context(subject.Id, purpose));

    public string OpenText(Subject subject, string purpose, byte[] sealedBytes) =>
        Encoding.UTF8.GetString(Open(subject, purpose, sealedBytes));

    /// <summary>Null when the subject is erased.</summary>
    public byte[]? TryOpen(Subject subject, string purpose, byte[] sealedBytes) =>
        subject.IsErased ? null : Open(subject, purpose, sealedBytes);

    /// <summary>Null when the subject is erased.</summary>
    public string? TryOpenText(Subject subject, string purpose, byte[] sealedBytes) =>
        subject.IsErased ? null : OpenText(subject, purpose, sealedBytes);

    /// <summary>Null when the person is not known, or erased.</summary>
    public Identity? IdentityOf(Subject subject) =>
        subject is { IsErased: false, SealedName: { } name, SealedNumber: { } number, CertificateType: { } type }
            ? new Identity(OpenText(subject, "name", name), OpenText(subject, "number", number), type)
            : null;

    /// <summary>From the number where that tells it; else as the person said. Null when neither is known.</summary>
    public DateOnly? BirthDateOf(Subject subject) => BirthDateOf(subject, IdentityOf(subject));

    /// <summary>For who has already opened the identity.</summary>
    public DateOnly? BirthDateOf(Subject subject, Identity? identity) =>
        identity?.BirthDate is { } born ? born
        : subject is { IsErased: false, SealedBirthDate: { } told }
            ? DateOnly.ParseExact(OpenText(subject, "birth-date", told), "yyyy-MM-dd", CultureInfo.InvariantCulture) : null;

    public void NoteBirthDate(Subject subject, DateOnly born) =>
        subject.SealedBirthDate = SealText(subject, "birth-date", born.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    /// <summary>Destroys the key, and with it everything that was ever sealed for this subject.</summary>
    public void Erase(Subject subject)
    {
        // Written over with as many bytes: the old ones leave the row's own place, not only its columns.
        subject.WrappedKey = new byte[subject.WrappedKey.Length];
        subject.MasterKeyVersion = Subject.NoMasterKey;
        subject.ErasedAtUtc = clock.GetUtcNow().UtcDateTime;
        (subject.CertificateType, subject.NumberIndex, subject.NameIndex) = (null, null, null);
        (subject.SealedName, subject.SealedNumber) = (null, null);
        subject.SealedBirthDate = null;
    }

    /// <summary>Says who a subject is, where that was not known when it was made.</summary>
    public void Describe(Subject subject, Identity identity)
    {
        subject.CertificateType = identity.CertificateType;
        subject.NumberIndex = index.OfNumber(identity.CertificateType, identity.Number);
        subject.NameIndex = index.OfName(identity.Name);
        subject.SealedName = SealText(subject, "name", identity.Name);
        subject.SealedNumber = SealText(subject, "number", identity.Number);
    }

    /// <summary>For one who was described before names were indexed.</summary>
    internal void IndexName(Subject subject) => subject.NameIndex = index.OfName(OpenText(subject, "name", subject.SealedName!));

    private static string Context(Guid subjectId, string purpose) => $"{purpose}|{subjectId:N}";
}
