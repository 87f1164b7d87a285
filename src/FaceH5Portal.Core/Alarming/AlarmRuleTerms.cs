using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FaceH5Portal.Core.Alarming;

/// <summary>How a rule is wanted; a rule that nobody changed has none and is as usual.</summary>
public sealed class AlarmRuleTerms
{
    public const int LongestOwner = 128;

    public required AlarmRule Rule { get; init; }

    public bool IsOn { get; set; } = true;

    /// <summary>From where on it alarms, in the rule's own unit.</summary>
    public required long Threshold { get; set; }

    /// <summary>Who sees to it: a name, or the address that its mails go to instead of everybody's.</summary>
    public string? Owner { get; set; }

    /// <summary>The daily hours in which only what is critical is sent out; both or neither.</summary>
    public TimeOnly? QuietFrom { get; set; }

    public TimeOnly? QuietUntil { get; set; }

    public int Version { get; set; }
}

internal sealed class AlarmRuleTermsConfiguration : IEntityTypeConfiguration<AlarmRuleTerms>
{
    public void Configure(EntityTypeBuilder<AlarmRuleTerms> builder)
    {
        builder.ToTable("AlarmRules").HasKey(terms => terms.Rule);
        builder.Property(terms => terms.Owner).HasMaxLength(AlarmRuleTerms.LongestOwner);
        builder.Property(terms => terms.Version).IsConcurrencyToken();
    }
}
