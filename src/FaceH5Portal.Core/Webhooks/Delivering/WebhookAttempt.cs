using FaceH5Portal.Core.Data.Rows;
using FaceH5Portal.Vendors.Webhooks;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FaceH5Portal.Core.Webhooks.Delivering;

/// <summary>One attempt: what went out, and what came back.</summary>
public sealed class WebhookAttempt : IRow
{
    public long Sequence { get; init; }

    public required long Delivery { get; init; }

    public required DateTime StartedAtUtc { get; init; }

    public required int TookMilliseconds { get; init; }

    /// <summary>As the endpoint had it then.</summary>
    public required string Url { get; init; }

    /// <summary>Exactly as they went out, one in a line. A signature tells nothing about its secret.</summary>
    public required string Headers { get; init; }

    public int? Status { get; init; }

    public WebhookFault Fault { get; init; }

    /// <summary>Headers and the beginning of the body, as the receiver sent them; null where nothing came.</summary>
    public byte[]? SealedAnswer { get; init; }

    public bool IsCut { get; init; }
}

internal sealed class WebhookAttemptConfiguration : IEntityTypeConfiguration<WebhookAttempt>
{
    public void Configure(EntityTypeBuilder<WebhookAttempt> builder)
    {
        builder.ToTable("WebhookAttempts").HasKey(attempt => attempt.Sequence);
        builder.Property(attempt => attempt.Url).HasMaxLength(512);
        builder.Property(attempt => attempt.Headers).HasMaxLength(2048);
        builder.HasIndex(attempt => attempt.Delivery);
    }
}
