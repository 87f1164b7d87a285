using FaceH5Portal.Core.Data.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FaceH5Portal.Core.Webhooks.Outbox;

/// <summary>Something that happened, as it is told: stored in the transaction in which it happened, and never changed.</summary>
public sealed class WebhookMessage : IRow
{
    public long Sequence { get; init; }

    public required Guid Id { get; init; }

    public required string Type { get; init; }

    /// <summary>Null for a test.</summary>
    public Guid? SessionId { get; init; }

    public required DateTime OccurredAtUtc { get; init; }

    /// <summary>JSON; every attempt sends the same bytes.</summary>
    public required string Body { get; init; }

    /// <summary>The same in every attempt and for every receiver.</summary>
    public static string WireId(Guid id) => $"msg_{id:N}";
}

internal sealed class WebhookMessageConfiguration : IEntityTypeConfiguration<WebhookMessage>
{
    public void Configure(EntityTypeBuilder<WebhookMessage> builder)
    {
        builder.ToTable("WebhookMessages").HasKey(message => message.Sequence);
        builder.Property(message => message.Type).HasMaxLength(64);
        builder.Property(message => message.Body).HasMaxLength(2048);
        builder.HasIndex(message => message.Id).IsUnique();
        builder.HasIndex(message => message.OccurredAtUtc);
    }
}
