using FaceH5Portal.Core.Ledger.Reconciling;
using FaceH5Portal.Web.Resources;
using Microsoft.Extensions.Localization;
using MudBlazor;

namespace FaceH5Portal.Web.Display;

/// <summary>How the state of a token's books looks: the key of its word, its icon, its colour; and what is wrong, in a sentence. The one place that decides it.</summary>
public sealed record ReconciliationDisplay(string TextKey, string Icon, Color Color)
{
    public static ReconciliationDisplay Of(ReconciliationState state) => state switch
    {
        ReconciliationState.VendorOnly => new("Reconciliation.VendorOnly", Icons.Material.Filled.AddCircle, Color.Error),
        ReconciliationState.LedgerOnly => new("Reconciliation.LedgerOnly", Icons.Material.Filled.RemoveCircle, Color.Error),
        ReconciliationState.CountMismatch => new("Reconciliation.CountMismatch", Icons.Material.Filled.Calculate, Color.Error),
        ReconciliationState.AmountMismatch => new("Reconciliation.AmountMismatch", Icons.Material.Filled.CurrencyYuan, Color.Error),
        ReconciliationState.Unprovable => new("Reconciliation.Unprovable", Icons.Material.Filled.HelpOutline, Color.Warning),
        ReconciliationState.Open => new("Reconciliation.Open", Icons.Material.Filled.HourglassEmpty, Color.Info),
        ReconciliationState.Matched => new("Reconciliation.Matched", Icons.Material.Filled.CheckCircle, Color.Success),
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "A state without a display."),
    };

    public static string SentenceOf(IStringLocalizer<Texts> texts, Finding finding) => texts[$"Finding.{finding.Code}",
        finding.Order, finding.Type is { } type ? texts[$"ChargeType.{type}"].Value : "", finding.Ours, finding.Theirs];
}
