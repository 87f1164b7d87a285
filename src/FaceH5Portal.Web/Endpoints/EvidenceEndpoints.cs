using FaceH5Portal.Core.Privacy.Revealing;
using FaceH5Portal.Web.Display;
using FaceH5Portal.Web.Security;

namespace FaceH5Portal.Web.Endpoints;

/// <summary>Pictures for the console; each look is checked, recorded and marked by the viewer.</summary>
internal static class EvidenceEndpoints
{
    public static void MapEvidence(this WebApplication app) =>
        app.MapGet(PortalRoutes.EvidencePattern, async (
            Guid id, PictureViewer viewer, IActorSource actors, HttpContext context, CancellationToken cancellationToken) =>
        {
            var opened = await viewer.OpenAsync(actors.ActorOf(context.User), id, cancellationToken);
            if (!opened.Ok)
                return ErrorStatus.Of(opened.Errors[0]);
            return Results.Bytes(opened.Value.Bytes, opened.Value.MediaType, enableRangeProcessing: true);
        });
}
