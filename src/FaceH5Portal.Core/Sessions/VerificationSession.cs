using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Data.Rows;
using FaceH5Portal.Core.Plans;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FaceH5Portal.Core.Sessions;

/// <summary>One request to verify one subject for one stated purpose.</summary>
public sealed class VerificationSession : IRow
{
    public required Guid Id { get; init; }

    public required Guid SubjectId { get; init; }

    public required Guid PlanId { get; init; }

    /// <summary>The plan as it was when the session began.</summary>
    public required PlanTerms Terms { get; init; }

    /// <summary>The caller's own word for this session.</summary>
    public string? Reference { get; init; }

    /// <summary>The purpose stated for this session alone; null where the plan's counts.</summary>
    public string? StatedPurpose { get; init; }

    /// <summary>Why the person is verified, as they are told.</summary>
    public string Purpose => StatedPurpose ?? Terms.Purpose;

    /// <summary>Where the caller wants the person to go in the end.</summary>
    public string? ReturnUrl { get; init; }

    public required DateTime CreatedAtUtc { get; init; }

    public required string CreatedBy { get; init; }

    public required string LinkHash { get; set; }

    public required byte[] SealedLink { get; set; }

    public required DateTime LinkExpiresUtc { get; set; }

    public Guid? MatchPhotoId { get; set; }

    public SessionStatus Status { get; set; }

    /// <summary>What the last attempt meant.</summary>
    public Outcome? Outcome { get; set; }

    /// <summary>The vendor's code of the last failure, or ours.</summary>
    public string? Reason { get; set; }

    public HarvestState Harvest { get; set; }

    public ReviewState Review { get; set; }

    /// <summary>Why a person must look, as long as they must.</summary>
    public ReviewCause? ReviewCause { get; set; }

    /// <summary>Since when they must.</summary>
    public DateTime? ReviewNeededAtUtc { get; set; }

    /// <summary>Who has taken it upon themselves.</summary>
    public string? ReviewerId { get; set; }

    public PrivacyState Privacy { get; set; }

    public DateTime? ConsentedAtUtc { get; set; }

    /// <summary>The consent is a parent's or guardian's.</summary>
    public bool GuardianConsented { get; set; }

    public DateTime? WithdrawnAtUtc { get; set; }

    /// <summary>When the person asked to be verified in another way than by their face.</summary>
    public DateTime? OtherWayAtUtc { get; set; }

    /// <summary>How they want to be reached about it; sealed.</summary>
    public byte[]? SealedContact { get; set; }

    public DateTime? FinishedAtUtc { get; set; }

    /// <summary>When name and number, and the scores, go by the plan; null where they stay, or have gone.</summary>
    public DateTime? IdentityUntilUtc { get; set; }

    public DateTime? ScoresUntilUtc { get; set; }

    /// <summary>Since when it is out of the way of daily work; it is found all the same, and nothing of it goes.</summary>
    public DateTime? ArchivedAtUtc { get; set; }

    /// <summary>Who answers for a verdict that could not be had, and why.</summary>
    public string? ResolvedBy { get; set; }

    public string? ResolvedReason { get; set; }

    public int AttemptCount { get; set; }

    public int Version { get; set; }

    /// <summary>Puts it before a person. What waits already waits on, for the cause it has.</summary>
    public void NeedReview(ReviewCause cause, DateTime nowUtc)
    {
        if (Review != ReviewState.Needed)
            (Review, ReviewCause, ReviewNeededAtUtc) = (ReviewState.Needed, cause, nowUtc);
    }

    public void EndReview(ReviewState end) => (Review, ReviewCause, ReviewNeededAtUtc, ReviewerId) = (end, null, null, null);
}

internal sealed class VerificationSessionConfiguration : IEntityTypeConfiguration<VerificationSession>
{
    public void Configure(EntityTypeBuilder<VerificationSession> builder)
    {
        builder.ToTable("Sessions").HasKey(session => session.Id);
        builder.Property(session => session.Terms).IsSharedJson();
        builder.Property(session => session.Reference).HasMaxLength(64);
        builder.Property(session => session.StatedPurpose).HasMaxLength(PlanRules.LongestText);
        builder.Ignore(session => session.Purpose);
        builder.Property(session => session.ReturnUrl).HasMaxLength(512);
        builder.Property(session => session.CreatedBy).HasMaxLength(64);
        builder.Property(session => session.LinkHash).HasMaxLength(64);
        builder.Property(session => session.Reason).HasMaxLength(64);
        builder.Property(session => session.ResolvedBy).HasMaxLength(64);
        builder.Property(session => session.ReviewerId).HasMaxLength(64);
        builder.Property(session => session.ResolvedReason).HasMaxLength(500);
        builder.Property(session => session.Version).IsConcurrencyToken();
        builder.HasIndex(session => session.LinkHash).IsUnique();
        builder.HasIndex(session => session.SubjectId);
        // Each is an order of the list, whole or behind one filter; the last column lets it be counted without the archive.
        builder.HasIndex(session => new { session.CreatedAtUtc, session.Id, session.ArchivedAtUtc });
        builder.HasIndex(session => new { session.LinkExpiresUtc, session.Id, session.ArchivedAtUtc });
        builder.HasIndex(session => new { session.Status, session.LinkExpiresUtc, session.Id, session.ArchivedAtUtc });
        builder.HasIndex(session => new { session.Status, session.CreatedAtUtc, session.Id, session.ArchivedAtUtc });
        builder.HasIndex(session => new { session.PlanId, session.CreatedAtUtc, session.Id, session.ArchivedAtUtc });
        builder.HasIndex(session => new { session.Reference, session.CreatedAtUtc, session.Id, session.ArchivedAtUtc });
        builder.HasIndex(session => session.FinishedAtUtc);
        // Empty where no plan says when.
        builder.HasIndex(session => session.IdentityUntilUtc).HasFilter("\"IdentityUntilUtc\" IS NOT NULL");
        builder.HasIndex(session => session.ScoresUntilUtc).HasFilter("\"ScoresUntilUtc\" IS NOT NULL");
        // What most sessions come to is left out: nobody looks for it, and every write would pay.
        builder.HasIndex(session => new { session.Harvest, session.CreatedAtUtc, session.Id, session.ArchivedAtUtc }).HasFilter("\"Harvest\" <> 'Complete'");
        builder.HasIndex(session => new { session.Review, session.CreatedAtUtc, session.Id, session.ArchivedAtUtc }).HasFilter("\"Review\" <> 'None'");
        builder.HasIndex(session => new { session.ReviewNeededAtUtc, session.Id }).HasFilter("\"ReviewNeededAtUtc\" IS NOT NULL");
    }
}
