using FaceH5Portal.Web.Display;
using FaceH5Portal.Web.Security;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace FaceH5Portal.Web.Pages;

public partial class App
{
    // Without prerendering a button that can be seen can be clicked.
    private static readonly InteractiveServerRenderMode ConsoleMode = new(prerender: false);

    [CascadingParameter]
    private HttpContext Http { get; set; } = null!;

    private string? Theme => ConsoleLight.Of(Http);

    /// <summary>The plain path is served compressed, the fingerprinted one is not; with the fingerprint behind it a browser may keep it too.</summary>
    private string Lasting(string path) => Assets[path] == path ? path : $"{path}?{SecurityHeaders.Lasting}={Path.GetFileName(Assets[path])}";
}
