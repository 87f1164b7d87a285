using FaceH5Portal.Core.Evidence.Looking;
using FaceH5Portal.Core.Privacy.Copying;
using FaceH5Portal.Web.Display;
using FaceH5Portal.Web.Security;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;

namespace FaceH5Portal.Web.Endpoints.Export;

/// <summary>A person's copy as a file. Posted, because taking it is recorded.</summary>
internal static class CopyEndpoints
{
    public static void MapCopies(this WebApplication app) => app.MapPost(PortalRoutes.PersonCopy, async (
        HttpContext context, IActorSource actors, PersonCopy copies, [FromForm] Guid session, [FromForm] RevealReason reason) =>
    {
        // The framework's ZIP writer writes the heads of its entries without waiting.
        context.Features.GetRequiredFeature<IHttpBodyControlFeature>().AllowSynchronousIO = true;
        var taken = await copies.TakeAsync(await actors.ActorOfAsync(context.User, context.RequestAborted), session, reason, context.RequestAborted);
        return taken.Ok
            ? Results.Stream(body => taken.Value.WriteAsync(body, context.RequestAborted), "application/zip", $"copy-{session:D}.zip")
            : ErrorStatus.Of(taken.Errors[0]);
    });
}
