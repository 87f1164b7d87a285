using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Checking;
using Microsoft.AspNetCore.Components;

namespace FaceH5Portal.Web.Pages.Shared;

public partial class SetUpPanel
{
    private SetUpCheck? check;
    private bool mayCheck;
    private bool busy;

    [Parameter, EditorRequired]
    public Guid PlanId { get; set; }

    [Parameter, EditorRequired]
    public int PlanVersion { get; set; }

    [Inject]
    private SetUpDesk Desk { get; set; } = null!;

    protected override async Task OnParametersSetAsync()
    {
        var actor = await ActorAsync();
        mayCheck = actor.May(Permission.ManagePlans);
        check = Take(await Desk.LastAsync(actor, CancellationToken.None))?.GetValueOrDefault(PlanId);
    }

    private async Task CheckAsync()
    {
        // A double click reaches the server twice before the button greys out.
        if (busy)
            return;
        busy = true;
        try
        {
            check = Take(await Desk.CheckAsync(await ActorAsync(), PlanId, CancellationToken.None)) ?? check;
        }
        finally
        {
            busy = false;
        }
    }
}
