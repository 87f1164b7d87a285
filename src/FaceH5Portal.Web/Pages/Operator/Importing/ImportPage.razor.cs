using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Plans;
using FaceH5Portal.Core.Sessions.Importing;
using FaceH5Portal.Web.Importing;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.JSInterop;

namespace FaceH5Portal.Web.Pages.Operator.Importing;

public partial class ImportPage
{
    private readonly CancellationTokenSource closing = new();
    private IReadOnlyList<Plan>? plans;
    private Guid planId;
    private ImportTable? table;
    private string hash = "";
    private ImportBatch? batch;
    private ImportRun? run;
    private bool reading;

    [Inject]
    private PlanService Plans { get; set; } = null!;

    [Inject]
    private ImportDesk Desk { get; set; } = null!;

    [Inject]
    private ImportRuns Runs { get; set; } = null!;

    private PlanTerms Terms => plans!.First(plan => plan.Id == planId).Terms;

    private IReadOnlyList<(Guid, string)> PlanOptions =>
        [.. plans!.Select(plan => (plan.Id, $"{plan.Terms.VendorPlanId} · {plan.Terms.Name}"))];

    /// <summary>What of a table this plan has no use for, or cannot take from one.</summary>
    private IEnumerable<string> Hints =>
        [.. Terms.NeedsIdentity ? Array.Empty<string>() : ["Import.NoIdentity"], .. Terms.NeedsMatchPhoto ? ["Import.NoPhoto"] : Array.Empty<string>()];

    public void Dispose()
    {
        closing.Cancel();
        closing.Dispose();
        GC.SuppressFinalize(this);
    }

    protected override async Task OnInitializedAsync()
    {
        var actor = await ActorAsync();
        run = Runs.Of(actor);
        plans = Take(await Plans.ListAsync(actor, closing.Token));
        planId = plans is { Count: > 0 } ? plans[0].Id : Guid.Empty;
    }

    private async Task TakeFileAsync(InputFileChangeEventArgs chosen)
    {
        (table, batch, Errors) = (null, null, []);
        if (chosen.File.Size > ImportReader.MostBytes)
        {
            Errors = [ImportReader.TooBig];
            return;
        }
        reading = true;
        try
        {
            using var memory = new MemoryStream();
            await using (var stream = chosen.File.OpenReadStream(ImportReader.MostBytes, closing.Token))
                await stream.CopyToAsync(memory, closing.Token);
            hash = ImportBatch.HashOf(memory.ToArray());
            // Away from the circuit, which has other keys and clicks to answer meanwhile.
            table = Take(await Task.Run(() => ImportReader.Read(memory.ToArray(), ImportVocabulary.Words), closing.Token));
            await CheckAsync();
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
    }

    private async Task ChoosePlanAsync(Guid chosen)
    {
        planId = chosen;
        await CheckAsync();
    }

    private async Task CheckAsync()
    {
        if (table is not { } read)
            return;
        var (actor, plan) = (await ActorAsync(), planId);
        var checkedBatch = Take(await Task.Run(() => Desk.CheckAsync(actor, plan, hash, read, closing.Token), closing.Token));
        // Another plan may have been chosen since.
        if (plan == planId)
            batch = checkedBatch;
    }

    private async Task ConfirmAsync(ImportChoices choices)
    {
        if (batch is not null && Take(Runs.Begin(await ActorAsync(), batch, choices)) is { } begun)
            (run, batch, table) = (begun, null, null);
    }

    private void Close()
    {
        if (run is not null)
            Runs.Close(run);
        run = null;
    }
}
