using FaceH5Portal.Core.Sessions.Journey;
using FaceH5Portal.Web.Security;
using Microsoft.AspNetCore.Components;

namespace FaceH5Portal.Web.Pages.EndUser;

/// <summary>A page for the person of a link: rendered once on the server.</summary>
public abstract class EndUserPage : ComponentBase
{
    [CascadingParameter]
    protected HttpContext Http { get; set; } = null!;

    [Inject]
    protected EndUserJourney Journey { get; set; } = null!;

    [Inject]
    protected NavigationManager Navigation { get; set; } = null!;

    [Inject]
    protected VisitCookie Visit { get; set; } = null!;

    /// <summary>Only when the body begins: a page that is a 404 while it renders is left out by the framework.</summary>
    protected void AnswerNotFound() => Http.Response.OnStarting(() =>
    {
        // A form that was sent here leads elsewhere.
        if (Http.Response.StatusCode == StatusCodes.Status200OK)
            Http.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    });
}
