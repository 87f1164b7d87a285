using System.Globalization;
using System.Text;
using FaceH5Portal.Core.Data;

namespace FaceH5Portal.Core.Subjects;

/// <summary>Makes subjects and seals what belongs to them; the context says what a value is, so that none can take another's place.</summary>
public class SubjectVault(KeyWrapping keys, BlindIndex index, Entropy entropy, TimeProvider clock)
{
    public Subject Create(Identity? identity)
    {
        var id = entropy.NewId(clock);
        var key = keys.WrapNew(id);
        var subject = new Subject
        {
            Id = id,
            CreatedAtUtc = clock.GetUtcNow().UtcDateTime,
            MasterKeyVersion = keys.Version,
            WrappedKey = key.Wrapped,
            Opened = key,
        };
        if (identity is not null)
            Describe(subject, identity);
        return subject;
    }

    public virtual byte[] Seal(Subject subject, string purpose, ReadOnlySpan<byte> plain) =>
        Envelope.Seal(keys.KeyOf(subject), entropy.Nonce(), plain, Context(subject.Id, purpose));

    public byte[] SealText(Subject subject, string purpose, string text) =>
        Seal(subject, purpose, Encoding.UTF8.GetBytes(text));

    public virtual byte[] Open(Subject subject, string purpose, byte[] sealedBytes) =>
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
        subject is { IsDescribed: true, SealedName: { } name, SealedNumber: { } number, CertificateType: { } type }
            ? new Identity(OpenText(subject, "name", name), OpenText(subject, "number", number), type)
            : null;

    /// <summary>From the number where that tells it; else as the person said. Null when neither is known.</summary>
    public DateOnly? BirthDateOf(Subject subject) =>
        subject is { IsDescribed: true, SealedNumber: { } number, CertificateType: { } type }
            && Identity.BirthDateIn(type, OpenText(subject, "number", number)) is { } born ? born
        : subject is { IsErased: false, SealedBirthDate: { } told }
            ? DateOnly.ParseExact(OpenText(subject, "birth-date", told), "yyyy-MM-dd", CultureInfo.InvariantCulture) : null;

    public void NoteBirthDate(Subject subject, DateOnly born) =>
        subject.SealedBirthDate = SealText(subject, "birth-date", born.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    /// <summary>Destroys the key, and with it everything that was ever sealed for this subject.</summary>
    public void Erase(Subject subject)
    {
        // Written over with as many bytes: the old ones leave the row's own place, not only its columns.
        subject.WrappedKey = new byte[subject.WrappedKey.Length];
        (subject.MasterKeyVersion, subject.Opened) = (Subject.NoMasterKey, null);
        (subject.ErasedAtUtc, subject.HeldAtUtc) = (clock.GetUtcNow().UtcDateTime, null);
        Forget(subject);
    }

    /// <summary>Who they are goes; what else was sealed for them still opens.</summary>
    internal static void Forget(Subject subject)
    {
        (subject.CertificateType, subject.NumberIndex, subject.NameIndex) = (null, null, null);
        (subject.SealedName, subject.SealedNumber, subject.SealedBirthDate) = (null, null, null);
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
