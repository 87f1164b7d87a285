using System.Globalization;
using FaceH5Portal.Core.Access;
using FaceH5Portal.Web.Demo;
using Microsoft.AspNetCore.Components;

namespace FaceH5Portal.Web.Pages.Shared;

public partial class DemoPanel
{
    private bool mayFill;
    private Action? follow;

    [Inject]
    private DemoMonth Month { get; set; } = null!;

    private DemoProgress Shown => Month.Progress;

    public void Dispose()
    {
        Month.Changed -= follow;
        GC.SuppressFinalize(this);
    }

    protected override async Task OnInitializedAsync()
    {
        var (culture, uiCulture) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        Month.Changed += follow = () => _ = InvokeAsync(() =>
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, uiCulture);
            StateHasChanged();
        });
        var actor = await ActorAsync();
        // Whoever may not make sessions is offered nothing, and needs no error for it.
        mayFill = actor.May(Permission.CreateSessions) && Take(await Month.MayFillAsync(actor, CancellationToken.None));
    }

    private async Task FillAsync() => Take(await Month.FillAsync(await ActorAsync(), CancellationToken.None));
}
