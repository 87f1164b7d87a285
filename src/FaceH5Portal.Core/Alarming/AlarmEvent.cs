using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FaceH5Portal.Core.Alarming;

public enum AlarmEventKind
{
    Raised,
    Worsened,
    Acknowledged,
    Snoozed,

    /// <summary>The quiet that somebody wanted is over, and the cause is still there.</summary>
    Woke,
    Resolved,
}

/// <summary>One line of an alarm's history.</summary>
public sealed class AlarmEvent
{
    public long Sequence { get; init; }

    public required Guid AlarmId { get; init; }

    public required DateTime AtUtc { get; init; }

    public required AlarmEventKind Kind { get; init; }

    public required string By { get; init; }
}

internal sealed class AlarmEventConfiguration : IEntityTypeConfiguration<AlarmEvent>
{
    public void Configure(EntityTypeBuilder<AlarmEvent> builder)
    {
        builder.ToTable("AlarmEvents").HasKey(entry => entry.Sequence);
        builder.Property(entry => entry.By).HasMaxLength(64);
        builder.HasIndex(entry => entry.AlarmId);
        builder.HasOne<Alarm>().WithMany().HasForeignKey(entry => entry.AlarmId);
    }
}
