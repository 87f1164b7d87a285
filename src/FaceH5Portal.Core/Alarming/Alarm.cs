using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FaceH5Portal.Core.Alarming;

/// <summary>One fault, however often it is seen: it resolves by itself when its cause is gone, and is the same one when it comes back within a day.</summary>
public sealed class Alarm
{
    public required Guid Id { get; init; }

    public required AlarmRule Rule { get; init; }

    /// <summary>What the fault is about, such as a plan; one alarm of a rule for each. Never personal data.</summary>
    public required string Subject { get; init; }

    public AlarmSeverity Severity { get; set; }

    public AlarmState State { get; set; }

    /// <summary>How much of it there is, in the rule's own unit.</summary>
    public long Value { get; set; }

    public string? Detail { get; set; }

    /// <summary>How often it came up.</summary>
    public int Count { get; set; }

    public required DateTime FirstSeenUtc { get; init; }

    public DateTime LastSeenUtc { get; set; }

    public DateTime? ResolvedAtUtc { get; set; }

    public DateTime? SnoozedUntilUtc { get; set; }

    /// <summary>Who has it in hand, or wanted quiet.</summary>
    public string? HandledBy { get; set; }

    /// <summary>When it was last sent out; a fault that comes and goes is not told each time.</summary>
    public DateTime? ToldAtUtc { get; set; }

    /// <summary>Somebody outside was told that it is there, and not yet that it is over.</summary>
    public bool IsTold { get; set; }

    public int Version { get; set; }
}

internal sealed class AlarmConfiguration : IEntityTypeConfiguration<Alarm>
{
    public void Configure(EntityTypeBuilder<Alarm> builder)
    {
        builder.ToTable("Alarms").HasKey(alarm => alarm.Id);
        builder.Property(alarm => alarm.Subject).HasMaxLength(128);
        builder.Property(alarm => alarm.Detail).HasMaxLength(128);
        builder.Property(alarm => alarm.HandledBy).HasMaxLength(64);
        builder.Property(alarm => alarm.Version).IsConcurrencyToken();
        builder.HasIndex(alarm => new { alarm.Rule, alarm.Subject }).IsUnique().HasFilter("\"State\" <> 'Resolved'");
        builder.HasIndex(alarm => alarm.ResolvedAtUtc);
    }
}
