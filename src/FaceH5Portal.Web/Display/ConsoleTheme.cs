using MudBlazor;

namespace FaceH5Portal.Web.Display;

/// <summary>The console's colours: the bar's blue, dark enough to carry white text.</summary>
public static class ConsoleTheme
{
    public static MudTheme Instance { get; } = new()
    {
        PaletteLight = new PaletteLight { LinesInputs = "#7b8794", LinesDefault = "#d5dbe3", Primary = "#1b5e9b", Warning = "#8a5a00", Success = "#1b7a3d", Info = "#1565a8", Error = "#b3261e" },
        // As dark as the bar, with colours light enough to be read on it, and dark words on the light fills.
        PaletteDark = new PaletteDark
        {
            Dark = "#aab6c3",
            DarkContrastText = "#11161d",
            Background = "#11161d",
            Surface = "#1a212b",
            TextPrimary = "#e8edf3",
            TextSecondary = "#b6c2cf",
            ActionDefault = "#b6c2cf",
            Primary = "#8fbdf0",
            PrimaryContrastText = "#0b1b2b",
            Success = "#7ccf94",
            SuccessContrastText = "#08210f",
            Info = "#8fbdf0",
            InfoContrastText = "#0b1b2b",
            Warning = "#f0b55a",
            WarningContrastText = "#2a1a02",
            Error = "#f2a29b",
            ErrorContrastText = "#2b0b08",
            LinesDefault = "#3a4653",
            LinesInputs = "#8592a0",
            TableLines = "#3a4653",
        },
        Typography = new Typography { Default = new DefaultTypography { FontFamily = ["system-ui", "Noto Sans SC", "Noto Sans CJK SC", "sans-serif"] } },
    };
}
