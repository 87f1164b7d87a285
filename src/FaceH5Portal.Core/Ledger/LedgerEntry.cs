using FaceH5Portal.Core.Data.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FaceH5Portal.Core.Ledger;

/// <summary>A money fact, never changed once written. One per token, attempt and type; what was wrong is reversed by another.</summary>
public sealed class LedgerEntry : IRow
{
    public required Guid Id { get; init; }

    /// <summary>The session, or the group of photo checks where there is none.</summary>
    public required Guid SessionId { get; init; }

    /// <summary>What the vendor billed: a token or, where the type is a photo vendor's, a photo check.</summary>
    public required Guid VerifyTokenId { get; init; }

    /// <summary>What the audit calls that.</summary>
    internal string AuditTarget => Type.IsPhotoCheck() ? $"photo-check/{VerifyTokenId}" : $"session/{SessionId}";

    /// <summary>The session's, so that a month is summed without asking for its sessions.</summary>
    public Guid PlanId { get; init; }

    /// <summary>Who bears it, as <see cref="Ledger.CostCentre"/> read it off the reference.</summary>
    public string CostCentre { get; init; } = Ledger.CostCentre.None;

    /// <summary>Copied from what the checks had shown, as a price is.</summary>
    public AvoidableCause Avoidable { get; init; }

    /// <summary>The attempt within the token; 0 carries totals that exceed the attempts.</summary>
    public required int Order { get; init; }

    public required ChargeType Type { get; init; }

    /// <summary>0 for the charge itself; its reversal, and what then stands in its place, follow.</summary>
    public int Revision { get; init; }

    /// <summary>The entry this one takes back; its quantity and amount are below zero.</summary>
    public Guid? ReversesId { get; init; }

    /// <summary>The vendor's own word, such as "verify".</summary>
    public required string RawType { get; init; }

    public required int Quantity { get; init; }

    /// <summary>Copied from the price in force, in 1/10,000 CNY.</summary>
    public required long UnitPrice { get; init; }

    /// <summary>Of all calls; several may be priced on two steps of a price list, or be free.</summary>
    public required long Amount { get; init; }

    public required DateTime ChargedAtUtc { get; init; }

    /// <summary>When it counts: as charged, unless that month was closed when it became known.</summary>
    public required DateTime BookedAtUtc { get; init; }

    public required DateTime RecordedAtUtc { get; init; }

    /// <summary>Why it was reversed or corrected; null for what the vendor told.</summary>
    public string? Reason { get; init; }
}

internal sealed class LedgerEntryConfiguration : IEntityTypeConfiguration<LedgerEntry>
{
    public void Configure(EntityTypeBuilder<LedgerEntry> builder)
    {
        builder.ToTable("LedgerEntries").HasKey(entry => entry.Id);
        builder.Ignore(entry => entry.AuditTarget);
        builder.Property(entry => entry.RawType).HasMaxLength(32);
        builder.Property(entry => entry.CostCentre).HasMaxLength(Ledger.CostCentre.Longest);
        builder.Property(entry => entry.Reason).HasMaxLength(LedgerDesk.LongestReason);
        builder.HasIndex(entry => new { entry.VerifyTokenId, entry.Order, entry.Type, entry.Revision }).IsUnique();
        builder.HasIndex(entry => entry.SessionId);
        // The order of the ledger, whole or behind one filter.
        builder.HasIndex(entry => new { entry.BookedAtUtc, entry.Id });
        builder.HasIndex(entry => new { entry.Type, entry.BookedAtUtc, entry.Id });
        builder.HasIndex(entry => new { entry.CostCentre, entry.BookedAtUtc, entry.Id });
        // Most had to be.
        builder.HasIndex(entry => new { entry.Avoidable, entry.BookedAtUtc, entry.Id }).HasFilter("\"Avoidable\" <> 'None'");
        builder.HasIndex(entry => entry.ReversesId).HasFilter("\"ReversesId\" IS NOT NULL").IsUnique();
        builder.HasIndex(entry => new { entry.PlanId, entry.BookedAtUtc, entry.Id });
    }
}
