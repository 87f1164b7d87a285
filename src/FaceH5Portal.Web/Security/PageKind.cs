using FaceH5Portal.Web.Display;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.StaticAssets;

namespace FaceH5Portal.Web.Security;

/// <summary>What an answer is, as far as a browser must be told what it may do with it.</summary>
internal enum PageKind
{
    /// <summary>A static page for the person of a link. Also whatever is nothing else: its rules are the strictest a page can live with.</summary>
    EndUser,

    /// <summary>A static page on which somebody signs in or changes how they do.</summary>
    SignIn,

    /// <summary>An interactive page for operators and auditors.</summary>
    Console,

    /// <summary>One of them on which an operator takes a photo.</summary>
    ConsoleCamera,

    /// <summary>No page: the API, evidence, an export, a redirect after a form, the console's circuit.</summary>
    Data,

    /// <summary>For probes.</summary>
    Health,

    /// <summary>A style sheet, script or icon; the same for everybody, so caches may keep it.</summary>
    Asset,
}

internal static class PageKinds
{
    private static readonly (string Path, PageKind Kind)[] ByPath =
    [
        ("/v", PageKind.EndUser), ("/r", PageKind.EndUser), ("/verify", PageKind.EndUser), (PortalRoutes.NotFound, PageKind.EndUser), (PortalRoutes.Broken, PageKind.EndUser),
        ("/sign-in", PageKind.SignIn), ("/sign-out", PageKind.SignIn), ("/welcome", PageKind.SignIn), ("/account", PageKind.SignIn),
        ("/api", PageKind.Data), ("/openapi", PageKind.Data), ("/evidence", PageKind.Data), ("/sessions/export", PageKind.Data),
        ("/sessions/import/template", PageKind.Data), ("/sessions/import/result", PageKind.Data), ("/admin/disputes/pack", PageKind.Data), ("/admin/statements", PageKind.Data), ("/admin/audit/export", PageKind.Data), ("/admin/charges/export", PageKind.Data), ("/admin/privacy/copy", PageKind.Data), ("/preferences", PageKind.Data),
        ("/_blazor", PageKind.Data), ("/_framework", PageKind.Data),
        ("/photo-checks/new", PageKind.ConsoleCamera),
        ("/theme", PageKind.Asset), ("/health", PageKind.Health), ("/metrics", PageKind.Health),
    ];

    public static PageKind Of(HttpContext context) => Known(context.Request.Path, context.GetEndpoint()) ?? PageKind.EndUser;

    /// <summary>Null for a route that has no kind yet; a test finds it.</summary>
    public static PageKind? Known(PathString path, Endpoint? endpoint)
    {
        if (endpoint?.Metadata.GetMetadata<StaticAssetDescriptor>() is not null)
            return PageKind.Asset;
        foreach (var (prefix, kind) in ByPath)
            if (path.StartsWithSegments(prefix))
                return kind;
        if (endpoint?.Metadata.GetMetadata<ComponentTypeMetadata>() is null)
            return null;
        return endpoint.Metadata.GetMetadata<ExcludeFromInteractiveRoutingAttribute>() is null ? PageKind.Console : PageKind.EndUser;
    }
}
