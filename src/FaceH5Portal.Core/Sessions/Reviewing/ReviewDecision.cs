using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FaceH5Portal.Core.Sessions.Reviewing;

/// <summary>What somebody decided about a session: a layer over the vendor's facts, which stay as they are.</summary>
public sealed class ReviewDecision
{
    public required Guid Id { get; init; }

    public required Guid SessionId { get; init; }

    public required ReviewVerdict Verdict { get; init; }

    /// <summary>Why a person had to look.</summary>
    public ReviewCause? Cause { get; init; }

    public required string DecidedBy { get; init; }

    public required DateTime DecidedAtUtc { get; init; }

    /// <summary>What the person is told; sealed, since it may speak of them.</summary>
    public byte[]? SealedReason { get; init; }

    /// <summary>What only colleagues read; sealed.</summary>
    public byte[]? SealedPrivateReason { get; init; }

    /// <summary>The session in which the person was asked again.</summary>
    public Guid? SuccessorId { get; init; }
}

internal sealed class ReviewDecisionConfiguration : IEntityTypeConfiguration<ReviewDecision>
{
    public void Configure(EntityTypeBuilder<ReviewDecision> builder)
    {
        builder.ToTable("ReviewDecisions").HasKey(decision => decision.Id);
        builder.Property(decision => decision.DecidedBy).HasMaxLength(64);
        builder.HasIndex(decision => new { decision.SessionId, decision.DecidedAtUtc });
        builder.HasOne<VerificationSession>().WithMany().HasForeignKey(decision => decision.SessionId);
    }
}
