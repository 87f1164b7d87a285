using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Sessions.Journey;
using FaceH5Portal.Web.Display;
using FaceH5Portal.Web.Security;
using Microsoft.AspNetCore.Components;

namespace FaceH5Portal.Web.Pages.EndUser.Steps;

/// <summary>One step of the journey: what is asked, and the form that answers it.</summary>
public abstract class StepPart : ComponentBase
{
    [Parameter, EditorRequired]
    public required EndUserView View { get; set; }

    [CascadingParameter]
    protected HttpContext Http { get; set; } = null!;

    [Inject]
    protected VisitCookie Visit { get; set; } = null!;

    [Inject]
    protected NavigationManager Navigation { get; set; } = null!;

    [SupplyParameterFromForm]
    protected string? Stamp { get; set; }

    protected IReadOnlyList<PortalError> Errors { get; set; } = [];

    protected bool Has(string field) => Errors.Any(error => error.Field == field);

    /// <summary>Another link was opened in this browser meanwhile: nobody may answer for one session what another one asked.</summary>
    protected bool IsForThisSession()
    {
        if (Visit.Read(Stamp) == View.SessionId)
            return true;
        Errors = [new PortalError("visit-changed")];
        return false;
    }

    /// <summary>The next step is a page of its own, so that going back or reloading sends nothing twice.</summary>
    protected void GoOn(Result<EndUserView> answer)
    {
        if (answer.Ok)
            Navigation.NavigateTo(PortalRoutes.Verify);
        else
            Errors = answer.Errors;
    }

    /// <summary>To the vendor's page where there is one; back to the step that has to be done again where the vendor refused its fruit.</summary>
    protected void Leave(Result<Uri> page)
    {
        if (page.Ok)
            Navigation.NavigateTo(page.Value.AbsoluteUri);
        else if (page.Errors is [{ Code: "photo-refused" }])
            Navigation.NavigateTo(PortalRoutes.Verify);
        else
            Errors = page.Errors;
    }
}
