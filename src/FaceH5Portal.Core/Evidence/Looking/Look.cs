using FaceH5Portal.Core.Access;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FaceH5Portal.Core.Evidence.Looking;

/// <summary>What of a person was seen.</summary>
public enum LookKind
{
    /// <summary>Name, number, and what else a card says.</summary>
    Identity,

    /// <summary>How they want to be reached.</summary>
    Contact,

    Picture,

    /// <summary>The vendor's answer, as it came.</summary>
    Answer,

    Consent,

    /// <summary>What they asked about their data, and were answered.</summary>
    Request,

    /// <summary>All that is kept of them, taken as one file.</summary>
    Copy,
}

/// <summary>Somebody saw a person's data in the clear: who, as what, why. The person reads it on their own page.</summary>
public sealed class Look
{
    public required Guid Id { get; init; }

    public required Guid SessionId { get; init; }

    public required DateTime SeenAtUtc { get; init; }

    public required string ActorId { get; init; }

    public required string ActorName { get; init; }

    /// <summary>Null for a program.</summary>
    public Role? Role { get; init; }

    public required LookKind Kind { get; init; }

    public required RevealReason Reason { get; init; }

    /// <summary>Which item, where it was one.</summary>
    public Guid? EvidenceId { get; init; }
}

internal sealed class LookConfiguration : IEntityTypeConfiguration<Look>
{
    public void Configure(EntityTypeBuilder<Look> builder)
    {
        builder.ToTable("Looks").HasKey(look => look.Id);
        builder.Property(look => look.ActorId).HasMaxLength(64);
        builder.Property(look => look.ActorName).HasMaxLength(64);
        builder.HasIndex(look => new { look.SessionId, look.SeenAtUtc });
    }
}
