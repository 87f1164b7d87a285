using System.Globalization;
using FaceH5Portal.Core.Alarming;
using FaceH5Portal.Web.Resources;
using Microsoft.Extensions.Localization;
using MudBlazor;

namespace FaceH5Portal.Web.Display;

/// <summary>How grave an alarm is and how it stands: the key of its word, its icon, its colour; and what it says, in a sentence. The one place that decides it.</summary>
public sealed record AlarmDisplay(string TextKey, string Icon, Color Color)
{
    public static AlarmDisplay Of(AlarmSeverity severity) => severity switch
    {
        AlarmSeverity.Critical => new("AlarmSeverity.Critical", Icons.Material.Filled.Error, Color.Error),
        AlarmSeverity.Warning => new("AlarmSeverity.Warning", Icons.Material.Filled.Warning, Color.Warning),
        AlarmSeverity.Advice => new("AlarmSeverity.Advice", Icons.Material.Filled.Info, Color.Info),
        _ => throw new ArgumentOutOfRangeException(nameof(severity), severity, "A severity without a display."),
    };

    public static AlarmDisplay Of(AlarmState state) => state switch
    {
        AlarmState.Open => new("AlarmState.Open", Icons.Material.Filled.NotificationsActive, Color.Error),
        AlarmState.Acknowledged => new("AlarmState.Acknowledged", Icons.Material.Filled.PanTool, Color.Info),
        AlarmState.Snoozed => new("AlarmState.Snoozed", Icons.Material.Filled.Snooze, Color.Default),
        AlarmState.Resolved => new("AlarmState.Resolved", Icons.Material.Filled.CheckCircle, Color.Success),
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "A state without a display."),
    };

    public static string SentenceOf(IStringLocalizer<Texts> texts, AlarmRule rule, long value, string? detail) =>
        texts[$"AlarmText.{rule}", value.ToString("N0", CultureInfo.CurrentCulture), detail ?? "—"];

    /// <summary>Where what it is about can be looked at; null where there is no page for it.</summary>
    public static string? AddressOf(Alarm alarm) => alarm.Rule switch
    {
        AlarmRule.AttemptsOfLink or AlarmRule.AttemptsOfPerson => Guid.TryParse(alarm.Detail, out var session) ? PortalRoutes.Session(session) : PortalRoutes.Sessions,
        AlarmRule.SetUp => PortalRoutes.Plans,
        AlarmRule.Budget or AlarmRule.Package => PortalRoutes.Budgets,
        AlarmRule.Reconciliation => PortalRoutes.Reconciliation,
        AlarmRule.Retention => PortalRoutes.Retention,
        AlarmRule.RiskLevels => PortalRoutes.Reviews,
        AlarmRule.Expiry when alarm.Detail?.StartsWith("api-key/", StringComparison.Ordinal) == true => PortalRoutes.Keys,
        AlarmRule.EvidenceDeadline or AlarmRule.Unresolved or AlarmRule.Backlog => PortalRoutes.Home,
        _ => null,
    };
}
