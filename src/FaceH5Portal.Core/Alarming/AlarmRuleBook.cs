using FaceH5Portal.Core.Alarming.Rules;
using FaceH5Portal.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.Alarming;

/// <summary>The rules and how each is wanted.</summary>
public sealed class AlarmRuleBook(PortalStore store, IEnumerable<IAlarmRule> rules)
{
    internal IReadOnlyList<IAlarmRule> Rules { get; } = [.. rules.OrderBy(rule => rule.Rule)];

    /// <summary>Of every rule; as usual where nobody changed it.</summary>
    internal async Task<IReadOnlyDictionary<AlarmRule, AlarmRuleTerms>> TermsAsync(CancellationToken cancellationToken)
    {
        await using var db = await store.ReadAsync(cancellationToken);
        var changed = await db.Set<AlarmRuleTerms>().AsNoTracking().ToDictionaryAsync(terms => terms.Rule, cancellationToken);
        return Rules.ToDictionary(rule => rule.Rule, rule => changed.GetValueOrDefault(rule.Rule) ?? Usual(rule));
    }

    internal static AlarmRuleTerms Usual(IAlarmRule rule) => new() { Rule = rule.Rule, Threshold = rule.Range.Usual };
}
