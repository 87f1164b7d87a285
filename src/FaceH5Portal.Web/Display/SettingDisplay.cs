using FaceH5Portal.Web.Hosting.Settings;
using MudBlazor;

namespace FaceH5Portal.Web.Display;

/// <summary>How the health of a setting looks: the key of its word, its icon, its colour. The one place that decides it.</summary>
public sealed record SettingDisplay(string TextKey, string Icon, Color Color)
{
    public static SettingDisplay Of(SettingHealth health) => health switch
    {
        SettingHealth.Good => new("SettingHealth.Good", Icons.Material.Filled.CheckCircle, Color.Success),
        SettingHealth.Advised => new("SettingHealth.Advised", Icons.Material.Filled.Info, Color.Warning),
        SettingHealth.Missing => new("SettingHealth.Missing", Icons.Material.Filled.Cancel, Color.Error),
        _ => throw new ArgumentOutOfRangeException(nameof(health), health, "A health without a display."),
    };
}
