using System.Globalization;
using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Ledger;
using FaceH5Portal.Core.Ledger.Pricing;
using FaceH5Portal.Core.Subjects;
using FaceH5Portal.Web.Display;
using FaceH5Portal.Web.Pages.Admin.Charging;
using Microsoft.AspNetCore.Components;

namespace FaceH5Portal.Web.Pages.Admin;

public partial class PriceListPage(PriceDesk desk, TimeProvider clock, NavigationManager navigation)
{
    private PriceListForm? form;
    private IReadOnlyList<PriceVolume> volumes = [];
    private int version;
    private bool mayManage;

    [Parameter]
    public Guid? Id { get; set; }

    protected override async Task OnParametersSetAsync()
    {
        var actor = await ActorAsync();
        mayManage = actor.May(Permission.ManageMoney);
        if (Id is not { } id)
        {
            form = PriceListForm.Begin(ChinaDate.Today(clock));
            return;
        }
        var list = Take(await desk.GetAsync(actor, id, CancellationToken.None));
        (form, version) = list is null ? (null, 0) : (PriceListForm.Of(list.Terms), list.Version);
        if (list is not null)
            volumes = Take(await desk.VolumesAsync(actor, id, CancellationToken.None)) ?? [];
    }

    private void SetFree(ChargeType type, ChangeEventArgs change) =>
        form!.Free[type] = int.TryParse(change.Value?.ToString(), NumberStyles.Integer, CultureInfo.InvariantCulture, out var units) ? units : 0;

    private async Task SaveAsync()
    {
        var (actor, terms) = (await ActorAsync(), form!.ToTerms());
        var saved = Id is { } id
            ? await desk.ChangeAsync(actor, id, version, terms, CancellationToken.None)
            : await desk.CreateAsync(actor, terms, CancellationToken.None);
        Errors = saved.Errors;
        if (saved.Ok)
            navigation.NavigateTo(PortalRoutes.Prices);
    }
}
