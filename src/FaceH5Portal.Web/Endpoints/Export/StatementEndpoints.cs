using System.Globalization;
using FaceH5Portal.Core.Ledger;
using FaceH5Portal.Core.Ledger.Months;
using FaceH5Portal.Core.Plans;
using FaceH5Portal.Web.Display;
using FaceH5Portal.Web.Resources;
using FaceH5Portal.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace FaceH5Portal.Web.Endpoints.Export;

/// <summary>A month's statement as a file. Posted, because taking it is recorded.</summary>
internal static class StatementEndpoints
{
    public static void MapStatements(this WebApplication app) => app.MapPost(PortalRoutes.Statement, StatementAsync);

    private static async Task<IResult> StatementAsync(
        HttpContext context, IActorSource actors, MonthDesk desk, PlanService planService, IStringLocalizer<Texts> texts, [FromForm] string? month)
    {
        if (LedgerAddress.MonthOf(month) is not { } first)
            return Results.NotFound();
        var actor = await actors.ActorOfAsync(context.User, context.RequestAborted);
        var statement = await desk.TakeAsync(actor, first, context.RequestAborted);
        if (!statement.Ok)
            return ErrorStatus.Of(statement.Errors[0]);
        var plans = (await planService.ListAsync(actor, context.RequestAborted)) is { Ok: true } known ? known.Value : [];
        return CsvAnswer.Stream($"statement-{LedgerAddress.MonthText(first)}.csv", writer => WriteAsync(writer, statement.Value, plans, texts));
    }

    private static async Task WriteAsync(TextWriter writer, Statement statement, IReadOnlyList<Plan> plans, IStringLocalizer<Texts> texts)
    {
        await writer.WriteAsync(CsvText.Line([
            texts["Charge.Day"], texts["Session.Plan"], texts["Plan.VendorPlanId"], texts["Charges.CostCentre"], texts["Charge.Type"],
            texts["Charge.Quantity"], texts["Charge.Amount"], texts["Statement.Currency"]]));
        foreach (var total in statement.Sums.Totals.OrderBy(total => total.Day).ThenBy(total => total.PlanId).ThenBy(total => total.CostCentre, StringComparer.Ordinal).ThenBy(total => total.Type))
        {
            var terms = plans.FirstOrDefault(plan => plan.Id == total.PlanId)?.Terms;
            await writer.WriteAsync(CsvText.Line([
                FigureText.Day(total.Day), terms?.Name, terms?.VendorPlanId, total.CostCentre, texts[$"ChargeType.{total.Type}"],
                total.Quantity.ToString(CultureInfo.InvariantCulture), Money.Text(total.Amount), "CNY"]));
        }
    }
}
