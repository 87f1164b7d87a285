using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FaceH5Portal.Core.Privacy.Requesting;

/// <summary>What people may ask about their data.</summary>
public enum SubjectRequestKind
{
    Access,
    Correction,
    Withdrawal,
    Deletion,
    Complaint,
}

public enum SubjectRequestState
{
    Open,
    Fulfilled,
    Refused,
}

/// <summary>A person asks something about their data, and gets an answer before the deadline.</summary>
public sealed class SubjectRequest
{
    public required Guid Id { get; init; }

    public required Guid SessionId { get; init; }

    public required SubjectRequestKind Kind { get; init; }

    public required DateTime ReceivedAtUtc { get; init; }

    public required string ReceivedBy { get; init; }

    /// <summary>The last day for an answer, in Beijing.</summary>
    public required DateOnly DueOn { get; init; }

    public SubjectRequestState State { get; set; }

    /// <summary>What they asked, in words; sealed, and gone with their person.</summary>
    public byte[]? SealedWords { get; init; }

    /// <summary>What they were answered; a refusal has its reason. Sealed.</summary>
    public byte[]? SealedAnswer { get; set; }

    public string? SettledBy { get; set; }

    public DateTime? SettledAtUtc { get; set; }
}

internal sealed class SubjectRequestConfiguration : IEntityTypeConfiguration<SubjectRequest>
{
    public void Configure(EntityTypeBuilder<SubjectRequest> builder)
    {
        builder.ToTable("SubjectRequests").HasKey(request => request.Id);
        builder.Property(request => request.ReceivedBy).HasMaxLength(64);
        builder.Property(request => request.SettledBy).HasMaxLength(64);
        builder.HasIndex(request => request.SessionId);
        builder.HasIndex(request => new { request.State, request.DueOn });
    }
}
