using FaceH5Portal.Core.Data.Rows;
using FaceH5Portal.Vendors.Webhooks;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FaceH5Portal.Core.Webhooks.Delivering;

public enum DeliveryState
{
    /// <summary>It is due, or waits for the one before it.</summary>
    Waiting,

    Delivered,

    /// <summary>The last attempt failed, or the endpoint was disabled. It can be sent again by hand.</summary>
    GivenUp,
}

/// <summary>One message for one endpoint.</summary>
public sealed class WebhookDelivery : IRow
{
    /// <summary>Deliveries of one session to one endpoint go out in this order.</summary>
    public long Sequence { get; init; }

    public required Guid EndpointId { get; init; }

    public required Guid MessageId { get; init; }

    public required string Type { get; init; }

    public Guid? SessionId { get; init; }

    public required DateTime CreatedAtUtc { get; init; }

    public DeliveryState State { get; set; }

    /// <summary>When the next attempt is due; null while the one before it is under way, and once it is over.</summary>
    public DateTime? DueUtc { get; set; }

    /// <summary>Since when a pass has it in hand.</summary>
    public DateTime? ClaimedAtUtc { get; set; }

    public int Attempts { get; set; }

    public int? LastStatus { get; set; }

    public WebhookFault LastFault { get; set; }

    public DateTime? EndedAtUtc { get; set; }

    public void End(DeliveryState state, DateTime now) => (State, DueUtc, EndedAtUtc) = (state, null, now);
}

internal sealed class WebhookDeliveryConfiguration : IEntityTypeConfiguration<WebhookDelivery>
{
    public void Configure(EntityTypeBuilder<WebhookDelivery> builder)
    {
        builder.ToTable("WebhookDeliveries").HasKey(delivery => delivery.Sequence);
        builder.Property(delivery => delivery.Type).HasMaxLength(64);
        builder.HasIndex(delivery => delivery.MessageId);
        builder.HasIndex(delivery => new { delivery.EndpointId, delivery.Sequence });
        // What is over is left out: most are, and nobody asks for them so.
        builder.HasIndex(delivery => new { delivery.EndpointId, delivery.DueUtc }).HasFilter("\"DueUtc\" IS NOT NULL");
        builder.HasIndex(delivery => new { delivery.SessionId, delivery.EndpointId }).HasFilter("\"State\" = 'Waiting'");
        builder.HasIndex(delivery => delivery.ClaimedAtUtc).HasFilter("\"ClaimedAtUtc\" IS NOT NULL");
    }
}
