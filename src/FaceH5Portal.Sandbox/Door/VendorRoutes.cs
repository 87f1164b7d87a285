using FaceH5Portal.Sandbox.Faceprint;
using FaceH5Portal.Sandbox.Media;
using FaceH5Portal.Sandbox.Oauth;
using FaceH5Portal.Sandbox.Photos;

namespace FaceH5Portal.Sandbox.Door;

/// <summary>The vendor's own paths, those of its API, its page and its object store alike.</summary>
internal static class VendorRoutes
{
    public static void MapVendor(this WebApplication app)
    {
        app.MapMethods("/oauth/2.0/token", ["GET", "POST"], (AccessTokenEndpoint oauth, HttpContext context) => oauth.HandleAsync(context));
        app.Map(FaceprintGateway.Root + "{**name}", (FaceprintGateway gateway, HttpContext context, string? name) => gateway.HandleAsync(context, name ?? ""));
        app.Map(FaceprintGateway.OldSubmit, (FaceprintGateway gateway, HttpContext context) => gateway.HandleOldSubmitAsync(context));
        app.MapGet(MediaEndpoints.QueryPath, (MediaEndpoints media, HttpContext context) => media.ByTokenAsync(context));
        app.MapGet(SignedFile.Route, (MediaEndpoints media, HttpContext context, string file) => media.BySignatureAsync(context, file));
        foreach (var endpoint in app.Services.GetServices<IPhotoEndpoint>())
            app.MapPost(endpoint.Route, (PhotoGateway gateway, HttpContext context) => gateway.HandleAsync(context, endpoint));
        app.MapGet(MediaFile.Route, (MediaEndpoints media, HttpContext context, string file) => media.FileAsync(context, file));
    }
}
