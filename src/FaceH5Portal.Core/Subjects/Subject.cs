using FaceH5Portal.Core.Data.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FaceH5Portal.Core.Subjects;

/// <summary>The person a session is about. Its data key opens all that is known of them; without it nothing can be read.</summary>
public sealed class Subject : IRow
{
    public const int NoMasterKey = 0;

    public required Guid Id { get; init; }

    public required DateTime CreatedAtUtc { get; init; }

    public required byte[] WrappedKey { get; set; }

    /// <summary>The master key that wraps it; <see cref="NoMasterKey"/> once it is destroyed.</summary>
    public required int MasterKeyVersion { get; set; }

    public CertificateType? CertificateType { get; set; }

    /// <summary>Keyed hash of the number: equal ones group subjects of one person.</summary>
    public string? NumberIndex { get; set; }

    /// <summary>Keyed hash of the name: who has it can be found without being read.</summary>
    public string? NameIndex { get; set; }

    public byte[]? SealedName { get; set; }

    public byte[]? SealedNumber { get; set; }

    /// <summary>Asked for where the number does not tell it.</summary>
    public byte[]? SealedBirthDate { get; set; }

    public DateTime? ErasedAtUtc { get; set; }

    /// <summary>Since when nothing of theirs may go, such as for a lawsuit; null where nothing holds it.</summary>
    public DateTime? HeldAtUtc { get; set; }

    /// <summary>The data key, with what it was unwrapped from: whoever reads several things of a person unwraps it once. Stored nowhere.</summary>
    internal OpenedKey? Opened { get; set; }

    /// <summary>Nothing that was sealed for them can be opened, and nothing more can be sealed.</summary>
    public bool IsErased => MasterKeyVersion == NoMasterKey;

    /// <summary>Who they are is known.</summary>
    public bool IsDescribed => !IsErased && SealedName is not null && SealedNumber is not null && CertificateType is not null;
}

/// <summary>A data key, and what it was unwrapped from.</summary>
internal sealed class OpenedKey(byte[] wrapped, byte[] key)
{
    public byte[] Wrapped => wrapped;

    public byte[] Key => key;

    public bool IsOf(byte[] other) => ReferenceEquals(wrapped, other);
}

internal sealed class SubjectConfiguration : IEntityTypeConfiguration<Subject>
{
    public void Configure(EntityTypeBuilder<Subject> builder)
    {
        builder.ToTable("Subjects").HasKey(subject => subject.Id);
        builder.Property(subject => subject.NumberIndex).HasMaxLength(64);
        builder.HasIndex(subject => subject.NumberIndex);
        builder.Property(subject => subject.NameIndex).HasMaxLength(64);
        builder.HasIndex(subject => subject.NameIndex);
        // Empty once every name is indexed.
        builder.HasIndex(subject => subject.Id).HasFilter("\"SealedName\" IS NOT NULL AND \"NameIndex\" IS NULL");
        builder.HasIndex(subject => subject.MasterKeyVersion);
    }
}
