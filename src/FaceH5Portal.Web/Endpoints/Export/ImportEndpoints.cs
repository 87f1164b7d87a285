using System.Globalization;
using FaceH5Portal.Core.Sessions;
using FaceH5Portal.Core.Sessions.Importing;
using FaceH5Portal.Core.Subjects;
using FaceH5Portal.Web.Display;
using FaceH5Portal.Web.Importing;
using FaceH5Portal.Web.Resources;
using FaceH5Portal.Web.Security;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.Extensions.Localization;

namespace FaceH5Portal.Web.Endpoints.Export;

/// <summary>A table to fill in, and what came of one that was.</summary>
internal static class ImportEndpoints
{
    public static void MapImport(this WebApplication app)
    {
        app.MapGet(PortalRoutes.ImportTemplate, () => CsvAnswer.Stream("people.csv", writer =>
            writer.WriteAsync(CsvText.Line(Enum.GetValues<ImportColumn>().Select(ImportVocabulary.Head)))));
        // Posted, because it hands over links and says so in the audit.
        app.MapPost(PortalRoutes.ImportResult, ResultAsync).WithMetadata(new RequireAntiforgeryTokenAttribute());
    }

    private static async Task<IResult> ResultAsync(
        HttpContext context, IActorSource actors, ImportRuns runs, LinkDesk desk, IStringLocalizer<Texts> texts, ImportLineText words)
    {
        var actor = await actors.ActorOfAsync(context.User, context.RequestAborted);
        if (runs.Of(actor) is not { IsOver: true } run)
            return Results.NotFound();
        var made = run.Batch.Lines.Select(line => line.SessionId).OfType<Guid>().ToList();
        var links = await desk.HandOverAsync(actor, made, context.RequestAborted);
        return links.Ok
            ? CsvAnswer.Stream("people-result.csv", writer => WriteAsync(writer, run, links.Value, texts, words))
            : ErrorStatus.Of(links.Errors[0]);
    }

    private static async Task WriteAsync(
        TextWriter writer, ImportRun run, IReadOnlyDictionary<Guid, Uri> links, IStringLocalizer<Texts> texts, ImportLineText words)
    {
        await writer.WriteAsync(CsvText.Line([
            texts["Import.Line"], texts["Session.Reference"], texts["Session.Person"], texts["Import.State"], texts["Import.What"],
            texts["Export.Id"], texts["Import.Link"]]));
        foreach (var line in run.Batch.Lines)
            await writer.WriteAsync(CsvText.Line([
                line.Row.Line.ToString(CultureInfo.InvariantCulture), line.Row.Reference, Masking.Name(line.Row.Name),
                texts[ImportDisplay.Of(line.StateUnder(run.Choices)).TextKey], words.Of(line, run.Choices), line.SessionId?.ToString("D"),
                line.SessionId is { } id && links.TryGetValue(id, out var link) ? link.AbsoluteUri : null]));
    }
}
