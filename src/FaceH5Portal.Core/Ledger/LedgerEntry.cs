using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FaceH5Portal.Core.Ledger;

/// <summary>A money fact, never changed once written. One per token, attempt and type.</summary>
public sealed class LedgerEntry
{
    public required Guid Id { get; init; }

    public required Guid SessionId { get; init; }

    public required Guid VerifyTokenId { get; init; }

    /// <summary>The attempt within the token; 0 carries totals that exceed the attempts.</summary>
    public required int Order { get; init; }

    public required ChargeType Type { get; init; }

    /// <summary>The vendor's own word, such as "verify".</summary>
    public required string RawType { get; init; }

    public required int Quantity { get; init; }

    /// <summary>Unit price copied from the plan, in 1/10,000 CNY.</summary>
    public required long UnitPrice { get; init; }

    public required DateTime ChargedAtUtc { get; init; }

    public required DateTime RecordedAtUtc { get; init; }

    public long Amount => UnitPrice * Quantity;
}

internal sealed class LedgerEntryConfiguration : IEntityTypeConfiguration<LedgerEntry>
{
    public void Configure(EntityTypeBuilder<LedgerEntry> builder)
    {
        builder.ToTable("LedgerEntries").HasKey(entry => entry.Id);
        builder.Property(entry => entry.RawType).HasMaxLength(32);
        builder.Ignore(entry => entry.Amount);
        builder.HasIndex(entry => new { entry.VerifyTokenId, entry.Order, entry.Type }).IsUnique();
        builder.HasIndex(entry => entry.SessionId);
        builder.HasIndex(entry => entry.ChargedAtUtc);
    }
}
