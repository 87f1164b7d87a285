using System.Globalization;
using FaceH5Portal.Core.Auditing;
using FaceH5Portal.Web.Display;
using FaceH5Portal.Web.Resources;
using FaceH5Portal.Web.Security;
using Microsoft.Extensions.Localization;

namespace FaceH5Portal.Web.Endpoints.Export;

/// <summary>The audit, or a part of it, as a file. Posted, because taking it is recorded.</summary>
internal static class AuditEndpoints
{
    public static void MapAudit(this WebApplication app) => app.MapPost(PortalRoutes.AuditFile, ExportAsync);

    private static async Task<IResult> ExportAsync(
        HttpContext context, IActorSource actors, AuditQueries queries, ViewerTime times, TimeProvider clock, IStringLocalizer<Texts> texts, IFormCollection form)
    {
        var filter = AuditAddress.Read(form).Filter(times.Zone, clock.GetUtcNow().UtcDateTime);
        var taken = await queries.TakeAsync(await actors.ActorOfAsync(context.User, context.RequestAborted), filter, context.RequestAborted);
        return taken.Ok ? CsvAnswer.Stream("audit.csv", writer => WriteAsync(writer, taken.Value, texts)) : ErrorStatus.Of(taken.Errors[0]);
    }

    internal static async Task WriteAsync(TextWriter writer, AuditExport taken, IStringLocalizer<Texts> texts)
    {
        await writer.WriteAsync(CsvText.Line([
            texts["Audit.Number"], texts["Audit.TimeUtc"], texts["Audit.Actor"], texts["Audit.Action"], texts["Audit.Code"], texts["Audit.Target"], texts["Audit.Note"], texts["Audit.Correlation"]]));
        await foreach (var entry in taken.Entries)
            await writer.WriteAsync(CsvText.Line([
                entry.Sequence.ToString(CultureInfo.InvariantCulture), entry.OccurredAtUtc.ToString("yyyy-MM-dd HH:mm:ss.fff", CultureInfo.InvariantCulture),
                entry.ActorId, texts[$"AuditAction.{entry.Action}"], entry.Action.ToString(), entry.Target, entry.Note, entry.Correlation]));
    }
}
