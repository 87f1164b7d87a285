using FaceH5Portal.Core.Access;
using FaceH5Portal.Web.Display;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace FaceH5Portal.Web.Pages.Layout;

public partial class ConsoleLayout
{
    private Actor actor = Actor.Anonymous;

    private MudThemeProvider? provider;
    private bool? isDark;

    [CascadingParameter(Name = "Theme")]
    private string? Theme { get; set; }

    private string Here => new Uri(Navigation.Uri).PathAndQuery;

    protected override async Task OnInitializedAsync()
    {
        isDark = Theme is null ? null : Theme == ConsoleLight.Dark;
        actor = await Current.GetAsync();
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender || isDark is not null)
            return;
        // Only the browser knows what its system has.
        isDark = await provider!.GetSystemDarkModeAsync();
        StateHasChanged();
    }
}
