using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Billing.Bills;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Ledger;
using FaceH5Portal.Core.Ledger.Months;
using FaceH5Portal.Core.Ledger.Reconciling;
using FaceH5Portal.Web.Display;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.JSInterop;

namespace FaceH5Portal.Web.Pages.Admin.Charging;

/// <summary>The vendor's bill of a month beside our ledger, and the way to bring it in.</summary>
public partial class BillPanel(BillDesk desk)
{
    private const int MostErrors = 50;
    private const int PartBytes = 64 * 1024;

    private BillVendor vendor;
    private MatchedBill? matched;
    private Dictionary<BillColumn, string> heads = [];
    private Dictionary<ChargeType, string> words = [];
    private bool mayManage;
    private bool reading;
    private long bytes;
    private long size = 1;

    [Parameter, EditorRequired]
    public required DateOnly Month { get; set; }

    private List<(BillVendor, string)> Vendors => [.. Enum.GetValues<BillVendor>().Select(one => (one, L[$"BillVendor.{one}"].Value))];

    protected override bool Shows(PortalChange change) => change.Topic is MonthDesk.Topic or LedgerDesk.Topic;

    protected override async Task LoadAsync(CancellationToken cancellationToken)
    {
        var (actor, whose) = (await ActorAsync(), vendor);
        mayManage = actor.May(Permission.ManageMoney);
        var found = await desk.MatchAsync(actor, Month, cancellationToken, whose);
        // Another may have been chosen since.
        if (whose != vendor)
            return;
        if (!found.Ok)
        {
            Take(found);
            return;
        }
        matched = found.Value;
        // What somebody is typing stays.
        if (heads.Count > 0)
            return;
        heads = Enum.GetValues<BillColumn>().ToDictionary(column => column, column => matched.Mapping.Heads.GetValueOrDefault(column, ""));
        words = PriceListForm.Priced.Where(type => BillVendors.Of(type) == vendor).ToDictionary(type => type, type => matched.Mapping.Items.FirstOrDefault(item => item.Type == type)?.Word ?? "");
    }

    private Task ChooseAsync(BillVendor chosen)
    {
        (vendor, matched, heads, words, Errors) = (chosen, null, [], [], []);
        return LoadAsync(Closing);
    }

    private async Task TakeAsync(InputFileChangeEventArgs chosen)
    {
        (reading, Errors) = (true, []);
        try
        {
            Errors = chosen.File.Size > BillReader.MostBytes ? [BillReader.TooBig] : await ImportAsync(chosen.File);
        }
        catch (Exception exception) when (exception is IOException or JSException)
        {
            // The browser lost the file or the line on the way; choosing it again is all that helps.
            Errors = [new PortalError("import-lost")];
        }
        finally
        {
            reading = false;
        }
        await LoadAsync(Closing);
    }

    private async Task<IReadOnlyList<PortalError>> ImportAsync(IBrowserFile file)
    {
        var content = await ReadAsync(file);
        var mapping = new BillMapping { Heads = heads, Items = [.. words.Where(word => word.Value.Length > 0).Select(word => new BillItem(word.Value, word.Key))] };
        var taken = await desk.ImportAsync(await ActorAsync(), Month, content, mapping, Closing, vendor);
        return taken.Errors.Count <= MostErrors ? taken.Errors
            : [.. taken.Errors.Take(MostErrors), new PortalError("bill-more-errors", null, taken.Errors.Count - MostErrors)];
    }

    private async Task<byte[]> ReadAsync(IBrowserFile file)
    {
        var content = new byte[file.Size];
        (bytes, size) = (0, Math.Max(1, file.Size));
        await using var stream = file.OpenReadStream(BillReader.MostBytes, Closing);
        while (bytes < content.Length && await stream.ReadAsync(content.AsMemory((int)bytes, Math.Min(PartBytes, content.Length - (int)bytes)), Closing) is > 0 and var part)
        {
            bytes += part;
            StateHasChanged();
        }
        return content[..(int)bytes];
    }

    private string SumText(BillSum? sum) => sum is { } known ? L["Bill.Sum", FigureText.Count(known.Quantity), FigureText.Yuan(known.Amount)] : FigureText.None;

    private string Words(BillMatch match)
    {
        var (billed, booked) = (match.Billed ?? default, match.Booked ?? default);
        return match.State switch
        {
            ReconciliationState.VendorOnly => L["Bill.VendorOnly", FigureText.Count(billed.Quantity)],
            ReconciliationState.LedgerOnly => L["Bill.LedgerOnly", FigureText.Count(booked.Quantity)],
            ReconciliationState.CountMismatch => L["Bill.CountMismatch", FigureText.Count(billed.Quantity), FigureText.Count(booked.Quantity)],
            ReconciliationState.AmountMismatch => L["Bill.AmountMismatch", FigureText.Yuan(billed.Amount), FigureText.Yuan(booked.Amount)],
            _ => "",
        };
    }

    private static string Word(ChangeEventArgs change) => change.Value?.ToString()?.Trim() ?? "";
}
