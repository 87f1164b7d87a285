using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FaceH5Portal.Core.Evidence;

/// <summary>By which rule something was deleted.</summary>
public enum DeletionRule
{
    /// <summary>A picture, recording or answer reached the end of its time.</summary>
    TimeOver,

    /// <summary>Name and number were kept as long as the settings of the plan say.</summary>
    IdentityTimeOver,

    /// <summary>So were the scores.</summary>
    ScoreTimeOver,

    /// <summary>Its person was erased.</summary>
    Erasure,
}

/// <summary>The proof of a deletion: what, how much, when, by which rule, and a hash over the hashes of all that went.</summary>
public sealed class DeletionRun
{
    public required Guid Id { get; init; }

    public required DeletionRule Rule { get; init; }

    public required DateTime RanAtUtc { get; init; }

    public required int Sessions { get; init; }

    /// <summary>Items, or sessions where what went is part of a row.</summary>
    public required int Items { get; init; }

    public required long Bytes { get; init; }

    /// <summary>What kinds, and how many of each.</summary>
    public required string Kinds { get; init; }

    /// <summary>Of what went, each by its own hash or id, sorted, one a line: who kept the list can show that it is this one.</summary>
    public required string Sha256 { get; init; }
}

internal sealed class DeletionRunConfiguration : IEntityTypeConfiguration<DeletionRun>
{
    public void Configure(EntityTypeBuilder<DeletionRun> builder)
    {
        builder.ToTable("DeletionRuns").HasKey(run => run.Id);
        builder.Property(run => run.Kinds).HasMaxLength(256);
        builder.Property(run => run.Sha256).HasMaxLength(64);
        builder.HasIndex(run => run.RanAtUtc);
    }
}
