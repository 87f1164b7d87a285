using System.Globalization;
using FaceH5Portal.Core.Billing.Exporting;
using FaceH5Portal.Core.Ledger;
using FaceH5Portal.Core.Plans;
using FaceH5Portal.Core.Subjects;
using FaceH5Portal.Web.Display;
using FaceH5Portal.Web.Resources;
using FaceH5Portal.Web.Security;
using Microsoft.Extensions.Localization;

namespace FaceH5Portal.Web.Endpoints.Export;

/// <summary>A part of the ledger as a file. Posted, because taking it is recorded.</summary>
internal static class ChargeEndpoints
{
    public static void MapCharges(this WebApplication app) => app.MapPost(PortalRoutes.ChargeFile, ExportAsync);

    private static async Task<IResult> ExportAsync(
        HttpContext context, IActorSource actors, ChargeExport export, PlanService planService, TimeProvider clock, IStringLocalizer<Texts> texts, IFormCollection form)
    {
        var actor = await actors.ActorOfAsync(context.User, context.RequestAborted);
        var filter = LedgerAddress.Read(form).Filter(ChinaDate.Today(clock));
        var taken = await export.TakeAsync(actor, filter, context.RequestAborted);
        if (!taken.Ok)
            return ErrorStatus.Of(taken.Errors[0]);
        var plans = (await planService.ListAsync(actor, context.RequestAborted)) is { Ok: true } known
            ? known.Value.ToDictionary(plan => plan.Id, plan => plan.Terms.Name) : [];
        return CsvAnswer.Stream($"charges-{LedgerAddress.MonthText(filter.From)}.csv", writer => WriteAsync(writer, taken.Value, plans, texts));
    }

    internal static async Task WriteAsync(TextWriter writer, ChargeFile taken, IReadOnlyDictionary<Guid, string> plans, IStringLocalizer<Texts> texts)
    {
        await writer.WriteAsync(CsvText.Line([
            texts["Charge.Day"], texts["Charge.TimeUtc"], texts["Session.Plan"], texts["Charges.CostCentre"], texts["Charge.Type"], texts["Charge.Attempt"],
            texts["Charge.Quantity"], texts["Charge.UnitPrice"], texts["Charge.Amount"], texts["Statement.Currency"], "session", "verify_log_id", texts["Charge.Reason"]]));
        await foreach (var (entry, logId) in taken.Lines)
            await writer.WriteAsync(CsvText.Line([
                FigureText.Day(ChinaDate.Of(entry.BookedAtUtc)), entry.ChargedAtUtc.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
                plans.GetValueOrDefault(entry.PlanId), entry.CostCentre, texts[$"ChargeType.{entry.Type}"], entry.Order.ToString(CultureInfo.InvariantCulture),
                entry.Quantity.ToString(CultureInfo.InvariantCulture), Money.Text(entry.UnitPrice), Money.Text(entry.Amount), "CNY",
                entry.SessionId.ToString(), logId, entry.Reason]));
    }
}
