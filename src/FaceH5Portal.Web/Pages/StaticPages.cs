using FaceH5Portal.Web.Pages.SignIn;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Endpoints;

namespace FaceH5Portal.Web.Pages;

/// <summary>Which document a page is shown in. Without router and circuit a static one finds its page by the endpoint.</summary>
internal static class StaticPages
{
    public static Type PageOf(this HttpContext context) => context.GetEndpoint()!.Metadata.GetRequiredMetadata<ComponentTypeMetadata>().Type;

    /// <summary>Null for what is shown inside the console alone.</summary>
    public static Type? DocumentOf(EndpointBuilder endpoint)
    {
        if (!endpoint.Metadata.OfType<ExcludeFromInteractiveRoutingAttribute>().Any())
            return typeof(App);
        var page = endpoint.Metadata.OfType<ComponentTypeMetadata>().Single().Type;
        return page == typeof(NotFound) ? null : typeof(PersonDocument);
    }
}
