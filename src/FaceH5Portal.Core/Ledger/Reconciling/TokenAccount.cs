using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Data.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FaceH5Portal.Core.Ledger.Reconciling;

/// <summary>The charges of one token as all three sides know them, and how they stand to each other. Judged anew with each fact.</summary>
public sealed class TokenAccount : IRow
{
    public required Guid VerifyTokenId { get; init; }

    public required Guid SessionId { get; init; }

    public required Guid PlanId { get; init; }

    public required DateTime OpenedAtUtc { get; init; }

    public DateTime JudgedAtUtc { get; private set; }

    public AccountFacts Facts { get; private set; } = new();

    public ReconciliationState State { get; private set; } = ReconciliationState.Open;

    public AccountFindings Findings { get; private set; } = new([]);

    /// <summary>Since when the books are known not to agree; null while they do, or while not all is told.</summary>
    public DateTime? FoundAtUtc { get; private set; }

    public void Know(AccountFacts facts, DateTime nowUtc)
    {
        Facts = facts;
        (State, var findings) = Reconciler.Judge(facts);
        (Findings, JudgedAtUtc) = (new AccountFindings(findings), nowUtc);
        FoundAtUtc = findings.Count == 0 ? null : FoundAtUtc ?? nowUtc;
    }
}

/// <summary>All that is wrong with one token.</summary>
public sealed record AccountFindings(IReadOnlyList<Finding> All);

internal sealed class TokenAccountConfiguration : IEntityTypeConfiguration<TokenAccount>
{
    public void Configure(EntityTypeBuilder<TokenAccount> builder)
    {
        builder.ToTable("TokenAccounts").HasKey(account => account.VerifyTokenId);
        builder.Property(account => account.Facts).IsJson();
        builder.Property(account => account.Findings).IsJson();
        builder.HasIndex(account => account.SessionId);
        // What agrees, as nearly all does, is left out of the list that people read, and of what every write pays.
        builder.HasIndex(account => new { account.FoundAtUtc, account.VerifyTokenId }).HasFilter("\"FoundAtUtc\" IS NOT NULL");
    }
}
