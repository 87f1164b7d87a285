using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Ledger.Months;
using FaceH5Portal.Core.Ledger.Reconciling;
using FaceH5Portal.Web.Display;
using Microsoft.AspNetCore.Components;

namespace FaceH5Portal.Web.Pages.Admin.Charging;

/// <summary>Has a month added up and judged once more, and says what came of it.</summary>
public partial class ProofPanel(MonthProver prover) : IProgress<int>
{
    // A line is not worth being sent more often.
    private const int Step = 20_000;

    private MonthProof? proof;
    private bool proving;
    private int read;

    [Parameter, EditorRequired]
    public required DateOnly Month { get; set; }

    private ReconciliationDisplay Look => ReconciliationDisplay.Of(proof!.Holds ? ReconciliationState.Matched : ReconciliationState.CountMismatch);

    public void Report(int value)
    {
        if (value < read + Step)
            return;
        read = value;
        _ = InvokeAsync(StateHasChanged);
    }

    protected override bool Shows(PortalChange change) => false;

    protected override Task LoadAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task ProveAsync()
    {
        (proving, read, proof) = (true, 0, null);
        try
        {
            var actor = await ActorAsync();
            // So much is added up that the circuit must stay free for whoever else is in it.
            proof = Take(await Task.Run(() => prover.ProveAsync(actor, Month, this, Closing), Closing));
        }
        finally
        {
            proving = false;
        }
    }
}
