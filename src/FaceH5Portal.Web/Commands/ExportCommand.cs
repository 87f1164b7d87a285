using System.CommandLine;
using System.Globalization;
using System.Text;
using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Auditing;
using FaceH5Portal.Core.Billing.Exporting;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Ledger;
using FaceH5Portal.Core.Plans;
using FaceH5Portal.Core.Subjects;
using FaceH5Portal.Web.Endpoints.Export;
using FaceH5Portal.Web.Resources;
using Microsoft.Extensions.Localization;
using Spectre.Console;

namespace FaceH5Portal.Web.Commands;

/// <summary>"export": the ledger of a month or the audit as the same file that its page gives, while no portal runs. It is recorded.</summary>
internal static class ExportCommand
{
    public static Command Make(IAnsiConsole console)
    {
        var what = new Argument<string>("what") { Description = "charges or audit" };
        what.AcceptOnlyFromAmong("charges", "audit");
        var file = new Argument<string>("file") { Description = "The CSV file to write; it must not be there yet." };
        var month = new Option<string?>("--month") { Description = "Of charges: the month, such as 2026-11; this month unless told." };
        month.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } text && !IsMonth(text, out _))
                result.AddError("--month is a year and a month, such as 2026-11.");
        });
        var command = new Command("export", "Write the ledger of a month or the audit to a file.") { what, file, month };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            console, CommandPlace.Find(parsed), parsed.GetValue(what)!, Path.GetFullPath(parsed.GetValue(file)!), parsed.GetValue(month), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(
        IAnsiConsole console, CommandPlace place, string what, string file, string? month, CancellationToken cancellationToken)
    {
        if (File.Exists(file))
            throw new PortalStartException($"{file} is there already.");
        _ = place.NeededDatabase;
        await using var services = place.Open(readOnly: false, also => also.AddLocalization());
        await services.GetRequiredService<PortalDatabase>().OpenAsync(cancellationToken);
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");
        var arriving = file + ".unfinished";
        await using (var writer = new StreamWriter(arriving, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true)))
        {
            var fault = await console.ShowAsync(
                "Writing", () => what == "audit" ? AuditAsync(services, writer, cancellationToken) : ChargesAsync(services, writer, month, cancellationToken));
            if (fault is not null)
                return console.Refuse(fault);
        }
        File.Move(arriving, file);
        console.Say($"Written to {file}");
        return 0;
    }

    private static async Task<PortalError?> AuditAsync(IServiceProvider services, TextWriter writer, CancellationToken cancellationToken)
    {
        var taken = await services.GetRequiredService<AuditQueries>().TakeAsync(Actor.System, new AuditFilter(), cancellationToken);
        if (!taken.Ok)
            return taken.Errors[0];
        await AuditEndpoints.WriteAsync(writer, taken.Value, services.GetRequiredService<IStringLocalizer<Texts>>());
        return null;
    }

    private static async Task<PortalError?> ChargesAsync(IServiceProvider services, TextWriter writer, string? month, CancellationToken cancellationToken)
    {
        var today = ChinaDate.Today(services.GetRequiredService<TimeProvider>());
        var from = month is not null && IsMonth(month, out var named) ? named : new DateOnly(today.Year, today.Month, 1);
        var taken = await services.GetRequiredService<ChargeExport>().TakeAsync(Actor.System, new LedgerFilter { From = from, Until = from.AddMonths(1).AddDays(-1) }, cancellationToken);
        if (!taken.Ok)
            return taken.Errors[0];
        var plans = await services.GetRequiredService<PlanService>().ListAsync(Actor.System, cancellationToken);
        await ChargeEndpoints.WriteAsync(
            writer, taken.Value, plans.Value.ToDictionary(plan => plan.Id, plan => plan.Terms.Name), services.GetRequiredService<IStringLocalizer<Texts>>());
        return null;
    }

    private static bool IsMonth(string text, out DateOnly month) =>
        DateOnly.TryParseExact(text, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out month);
}
