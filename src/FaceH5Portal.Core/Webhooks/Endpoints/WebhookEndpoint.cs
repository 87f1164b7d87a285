using FaceH5Portal.Core.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FaceH5Portal.Core.Webhooks.Endpoints;

/// <summary>Why nothing is sent to an endpoint.</summary>
public enum DisabledReason
{
    ByHand,

    /// <summary>The receiver said that it wants no more (410).</summary>
    Gone,

    /// <summary>Nothing could be delivered for days.</summary>
    Failing,
}

/// <summary>Where a business wants to hear of its sessions, and of what.</summary>
public sealed class WebhookEndpoint
{
    public required Guid Id { get; init; }

    public required string Url { get; set; }

    public required string Description { get; set; }

    public required IReadOnlyList<string> Types { get; set; }

    /// <summary>How many attempts may be under way at once.</summary>
    public required int AtOnce { get; set; }

    public required byte[] SealedSecret { get; set; }

    /// <summary>The one before, which signs beside the new one for a while.</summary>
    public byte[]? SealedOldSecret { get; set; }

    public DateTime? OldSecretUntilUtc { get; set; }

    public required DateTime CreatedAtUtc { get; init; }

    public DateTime? LastDeliveredUtc { get; set; }

    /// <summary>Since when every attempt has failed; null after one that has not.</summary>
    public DateTime? FailingSinceUtc { get; set; }

    public DateTime? DisabledAtUtc { get; set; }

    public DisabledReason? DisabledReason { get; set; }

    public bool IsEnabled => DisabledAtUtc is null;

    public bool Wants(string type) => IsEnabled && Types.Contains(type);

    public void Disable(DisabledReason reason, DateTime now) => (DisabledAtUtc, DisabledReason) = (now, reason);

    public void Enable() => (DisabledAtUtc, DisabledReason, FailingSinceUtc) = (null, null, null);
}

internal sealed class WebhookEndpointConfiguration : IEntityTypeConfiguration<WebhookEndpoint>
{
    public void Configure(EntityTypeBuilder<WebhookEndpoint> builder)
    {
        builder.ToTable("WebhookEndpoints").HasKey(endpoint => endpoint.Id);
        builder.Property(endpoint => endpoint.Url).HasMaxLength(EndpointRules.LongestUrl);
        builder.Property(endpoint => endpoint.Description).HasMaxLength(EndpointRules.LongestDescription);
        builder.Property(endpoint => endpoint.Types).IsJson();
        builder.Ignore(endpoint => endpoint.IsEnabled);
    }
}
