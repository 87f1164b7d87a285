using MudBlazor;

namespace FaceH5Portal.Web.Display;

/// <summary>The console's colours: the bar's blue, dark enough to carry white text.</summary>
public static class ConsoleTheme
{
    public static MudTheme Instance { get; } = new()
    {
        PaletteLight = new PaletteLight { Primary = "#1b5e9b", Success = "#1b7a3d", Info = "#1565a8", Error = "#b3261e" },
        Typography = new Typography { Default = new DefaultTypography { FontFamily = ["system-ui", "Noto Sans SC", "Noto Sans CJK SC", "sans-serif"] } },
    };
}
