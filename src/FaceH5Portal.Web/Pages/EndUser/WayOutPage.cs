using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Sessions.Journey;
using FaceH5Portal.Web.Display;
using Microsoft.AspNetCore.Components;

namespace FaceH5Portal.Web.Pages.EndUser;

/// <summary>A page with the one form that leads out of the journey.</summary>
public abstract class WayOutPage : VisitPage
{
    [Inject]
    protected WayOut Way { get; set; } = null!;

    [SupplyParameterFromForm]
    protected string? Stamp { get; set; }

    protected IReadOnlyList<PortalError> Errors { get; private set; } = [];

    /// <summary>For the session that the form was made for; then how things stand is shown.</summary>
    protected async Task LeaveAsync(Func<Guid, Task<Result<Guid>>> leave)
    {
        var left = View is { } view && Visit.Read(Stamp) == view.SessionId ? await leave(view.SessionId) : new PortalError("visit-changed");
        Errors = left.Errors;
        if (left.Ok)
            Navigation.NavigateTo(PortalRoutes.Verify);
    }
}
