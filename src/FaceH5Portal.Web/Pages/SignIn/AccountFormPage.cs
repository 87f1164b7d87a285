using FaceH5Portal.Core.Data;
using Microsoft.AspNetCore.Components;

namespace FaceH5Portal.Web.Pages.SignIn;

/// <summary>A page on which somebody signs in or changes how: rendered once on the server, and of use without script.</summary>
public abstract class AccountFormPage : ComponentBase
{
    [CascadingParameter]
    protected HttpContext Http { get; set; } = null!;

    [Inject]
    protected NavigationManager Navigation { get; set; } = null!;

    /// <summary>The code of what went wrong before one was sent here.</summary>
    [SupplyParameterFromQuery(Name = "error")]
    protected string? Fault { get; set; }

    [SupplyParameterFromQuery(Name = "returnTo")]
    protected string? ReturnTo { get; set; }

    protected IReadOnlyList<PortalError> Errors { get; set; } = [];

    protected override void OnInitialized()
    {
        if (Fault is { Length: > 0 and < 40 } code)
            Errors = [new PortalError(code)];
    }

    protected bool Has(string field) => Errors.Any(error => error.Field == field);

    /// <summary>Goes where a form leads, or shows why it does not.</summary>
    protected void Follow(Result<string> way)
    {
        Errors = way.Errors;
        if (way.Ok)
            Navigation.NavigateTo(way.Value);
    }
}
