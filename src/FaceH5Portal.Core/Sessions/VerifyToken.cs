using FaceH5Portal.Core.Data.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FaceH5Portal.Core.Sessions;

/// <summary>One launch into the vendor's page. Its due time is the queue of questions to the vendor.</summary>
public sealed class VerifyToken : IRow
{
    public required Guid Id { get; init; }

    public required Guid SessionId { get; init; }

    /// <summary>Names the app that minted it: to another one the vendor calls it invalid.</summary>
    public required string CredentialId { get; init; }

    public required byte[] SealedToken { get; init; }

    /// <summary>Finds the token again by what the vendor calls it; the token itself stays sealed.</summary>
    public string? TokenIndex { get; set; }

    public required string StateHash { get; init; }

    public required byte[] SealedState { get; init; }

    public required DateTime MintedAtUtc { get; init; }

    /// <summary>When the vendor certainly refuses it for a new attempt.</summary>
    public required DateTime DiesAtUtc { get; init; }

    /// <summary>When the vendor has certainly forgotten its results.</summary>
    public required DateTime ForgottenAtUtc { get; init; }

    /// <summary>Evidence that the person acted: the last return with the valid state.</summary>
    public DateTime? ReturnedAtUtc { get; set; }

    public DateTime? AskedAtUtc { get; set; }

    /// <summary>When to ask for the verdict next; null when nothing more can come.</summary>
    public DateTime? DueUtc { get; set; }

    /// <summary>Known to take no further attempt.</summary>
    public DateTime? EndedAtUtc { get; set; }

    /// <summary>Questions in a row that brought no verdict.</summary>
    public int Tries { get; set; }

    public string? LastFault { get; set; }

    /// <summary>Who had the vendor asked before there was evidence of the act, knowing that it may kill the token.</summary>
    public string? RiskTakenBy { get; set; }

    /// <summary>What counts against caps of money until the token has ended, in 1/10,000 CNY; null where there was none.</summary>
    public long? MayCost { get; set; }

    public int Version { get; set; }

    /// <summary>It was asked about, and what came was no answer yet.</summary>
    public bool AwaitsAnswer => DueUtc is not null && (Tries > 0 || LastFault is not null);

    public bool LivesAt(DateTime nowUtc) => EndedAtUtc is null && nowUtc < MintedAtUtc + TokenWindows.Use;
}

internal sealed class VerifyTokenConfiguration : IEntityTypeConfiguration<VerifyToken>
{
    public void Configure(EntityTypeBuilder<VerifyToken> builder)
    {
        builder.ToTable("VerifyTokens").HasKey(token => token.Id);
        builder.Property(token => token.CredentialId).HasMaxLength(64);
        builder.Property(token => token.TokenIndex).HasMaxLength(64);
        builder.Property(token => token.StateHash).HasMaxLength(64);
        builder.Property(token => token.LastFault).HasMaxLength(64);
        builder.Property(token => token.RiskTakenBy).HasMaxLength(64);
        builder.Property(token => token.Version).IsConcurrencyToken();
        builder.HasIndex(token => token.StateHash).IsUnique();
        builder.HasIndex(token => token.DueUtc);
        builder.HasIndex(token => token.SessionId);
        builder.HasIndex(token => token.ForgottenAtUtc).HasFilter("\"DueUtc\" IS NOT NULL AND \"LastFault\" IS NOT NULL");
        builder.HasIndex(token => token.TokenIndex);
        // Nobody without a cap of money pays for it.
        builder.HasIndex(token => token.MintedAtUtc).HasFilter("\"EndedAtUtc\" IS NULL AND \"MayCost\" IS NOT NULL");
        builder.HasOne<VerificationSession>().WithMany().HasForeignKey(token => token.SessionId);
    }
}
