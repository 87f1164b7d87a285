using FaceH5Portal.Core.Sessions.Journey;
using FaceH5Portal.Web.Pages.Shared;
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

    protected void AnswerNotFound() => Http.AnswerNotFound();
}
