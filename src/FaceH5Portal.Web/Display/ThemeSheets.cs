using System.Text.RegularExpressions;
using FaceH5Portal.Web.Security;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using MudBlazor;

namespace FaceH5Portal.Web.Display;

/// <summary>The console's theme as two style sheets, made once: as a part of each circuit it would be made, sent and kept again for every open page.</summary>
internal sealed partial class ThemeSheets
{
    // A build that could make other sheets has another name for them, so that a browser may keep what it has.
    private static readonly string version = typeof(ThemeSheets).Assembly.ManifestModule.ModuleVersionId.ToString("N")[..8];

    private readonly Lazy<Task<string>> light;
    private readonly Lazy<Task<string>> dark;

    public ThemeSheets(IServiceScopeFactory scopes, ILoggerFactory loggers)
    {
        light = new Lazy<Task<string>>(() => MakeAsync(scopes, loggers, isDark: false));
        dark = new Lazy<Task<string>>(() => MakeAsync(scopes, loggers, isDark: true));
    }

    public static string AddressOf(string theme) => $"{PortalRoutes.ThemeSheet(theme)}?{SecurityHeaders.Lasting}={version}";

    /// <summary>Null for a theme that does not exist.</summary>
    public async Task<string?> FindAsync(string theme) => theme switch
    {
        ConsoleLight.Light => await light.Value,
        ConsoleLight.Dark => await dark.Value,
        _ => null,
    };

    private static async Task<string> MakeAsync(IServiceScopeFactory scopes, ILoggerFactory loggers, bool isDark)
    {
        await using var scope = scopes.CreateAsyncScope();
        await using var renderer = new HtmlRenderer(scope.ServiceProvider, loggers);
        var parameters = ParameterView.FromDictionary(new Dictionary<string, object?>
        {
            [nameof(MudThemeProvider.Theme)] = ConsoleTheme.Instance,
            [nameof(MudThemeProvider.IsDarkMode)] = isDark,
        });
        var html = await renderer.Dispatcher.InvokeAsync(async () =>
            (await renderer.RenderComponentAsync<MudThemeProvider>(parameters)).ToHtmlString());
        return $"{string.Concat(Style().Matches(html).Select(style => style.Groups["rules"].Value))}.console-main{{color-scheme:{(isDark ? ConsoleLight.Dark : ConsoleLight.Light)}}}";
    }

    [GeneratedRegex("<style[^>]*>(?<rules>.*?)</style>", RegexOptions.Singleline)]
    private static partial Regex Style();
}
