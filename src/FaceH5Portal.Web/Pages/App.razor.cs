using FaceH5Portal.Web.Display;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.AspNetCore.Components.Web;

namespace FaceH5Portal.Web.Pages;

public partial class App
{
    // Without prerendering a button that can be seen can be clicked.
    private static readonly InteractiveServerRenderMode ConsoleMode = new(prerender: false);

    [CascadingParameter]
    private HttpContext Http { get; set; } = null!;

    private bool IsConsole => Http.AcceptsInteractiveRouting();

    private string? Theme => ConsoleLight.Of(Http);
}
