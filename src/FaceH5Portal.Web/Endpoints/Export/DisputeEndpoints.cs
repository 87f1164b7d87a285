using System.Text;
using FaceH5Portal.Core.Billing.Disputing;
using FaceH5Portal.Web.Display;
using FaceH5Portal.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace FaceH5Portal.Web.Endpoints.Export;

/// <summary>The pack of a dispute as a file. Posted, because taking it is recorded.</summary>
internal static class DisputeEndpoints
{
    public static void MapDisputes(this WebApplication app) => app.MapPost(PortalRoutes.DisputePack, async (
        HttpContext context, IActorSource actors, DisputeDesk desk, [FromForm] Guid token) =>
    {
        var pack = await desk.TakePackAsync(await actors.ActorOfAsync(context.User, context.RequestAborted), token, context.RequestAborted);
        return pack.Ok
            ? Results.File(Encoding.UTF8.GetBytes(pack.Value), "application/json", $"dispute-{token:D}.json")
            : ErrorStatus.Of(pack.Errors[0]);
    });
}
