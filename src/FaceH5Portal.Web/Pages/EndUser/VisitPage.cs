using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Sessions.Journey;

namespace FaceH5Portal.Web.Pages.EndUser;

/// <summary>A page about the session whose link this browser has opened.</summary>
public abstract class VisitPage : EndUserPage
{
    /// <summary>Null when it has opened none that is known.</summary>
    protected EndUserView? View { get; private set; }

    protected override async Task OnInitializedAsync()
    {
        if (Visit.Read(Http) is { } sessionId && await LookAsync(sessionId) is { Ok: true } found)
            View = found.Value;
        else
            AnswerNotFound();
    }

    protected virtual Task<Result<EndUserView>> LookAsync(Guid sessionId) => Journey.ViewAsync(sessionId, Http.RequestAborted);
}
