using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Sessions.Finding;
using FaceH5Portal.Core.Subjects;
using FaceH5Portal.Web.Display;
using FaceH5Portal.Web.Resources;
using FaceH5Portal.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace FaceH5Portal.Web.Endpoints.Export;

/// <summary>The list as a file, written as it is read. Posted, because who is looked for may stand in no address.</summary>
internal static class ExportEndpoints
{
    private const int AtOnce = 250;

    public static void MapExport(this WebApplication app) => app.MapPost(PortalRoutes.Export, ExportAsync);

    private static async Task<IResult> ExportAsync(
        HttpContext context, IActorSource actors, SessionExport export, SessionSearch search, IStringLocalizer<Texts> texts, ViewerTime times,
        [FromForm] string? view, [FromForm] string? name, [FromForm] string? number)
    {
        var actor = await actors.ActorOfAsync(context.User, context.RequestAborted);
        var address = ListAddress.Read(view ?? "") with { Place = null };
        var filter = address.Filter(times.Zone, SoughtPerson.Of(name, number), AtOnce);
        var first = await export.BeginAsync(actor, filter, context.RequestAborted);
        if (!first.Ok)
            return ErrorStatus.Of(first.Errors[0]);
        return CsvAnswer.Stream("verifications.csv",
            writer => WriteAsync(writer, new SessionTable(texts, times, actor), search, actor, filter, first, context));
    }

    private static async Task WriteAsync(
        TextWriter writer, SessionTable table, SessionSearch search, Actor actor, SessionFilter filter, Result<FoundSessions> page, HttpContext context)
    {
        await writer.WriteAsync(table.Head());
        while (page.Ok)
        {
            foreach (var found in page.Value.Items)
                await writer.WriteAsync(table.Line(found));
            if (page.Value.Next is not { } next)
                return;
            await writer.FlushAsync(context.RequestAborted);
            page = await search.FindAsync(actor, filter with { Mark = next }, context.RequestAborted);
        }
        // Nobody may take a part for the whole.
        context.Abort();
    }
}
