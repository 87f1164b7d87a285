using FaceH5Portal.Core.Privacy.Assessing;
using MudBlazor;

namespace FaceH5Portal.Web.Display;

/// <summary>How the assessment of a plan looks: the key of its word, its icon, its colour. The one place that decides it.</summary>
public sealed record AssessmentDisplay(string TextKey, string Icon, Color Color)
{
    public static AssessmentDisplay Of(AssessedPlan plan) => plan switch
    {
        { Last: null } => new("Assess.Missing", Icons.Material.Filled.HelpOutline, Color.Warning),
        { IsCurrent: false } => new("Assess.Outdated", Icons.Material.Filled.Update, Color.Warning),
        _ => new("Assess.Current", Icons.Material.Filled.CheckCircle, Color.Success),
    };
}
