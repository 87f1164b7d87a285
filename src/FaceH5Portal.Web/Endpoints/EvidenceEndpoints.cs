using FaceH5Portal.Core.Evidence;
using FaceH5Portal.Web.Display;
using FaceH5Portal.Web.Security;

namespace FaceH5Portal.Web.Endpoints;

/// <summary>Pictures for the console; each look is checked and recorded by the vault.</summary>
internal static class EvidenceEndpoints
{
    public static void MapEvidence(this WebApplication app) =>
        app.MapGet(PortalRoutes.EvidencePattern, async (
            Guid id, EvidenceVault vault, IActorSource actors, HttpContext context, CancellationToken cancellationToken) =>
        {
            var opened = await vault.ViewAsync(await actors.ActorOfAsync(context.User, context.RequestAborted), id, cancellationToken);
            if (!opened.Ok)
                return ErrorStatus.Of(opened.Errors[0]);
            return Results.Bytes(opened.Value.Bytes, opened.Value.MediaType, enableRangeProcessing: true);
        });
}
