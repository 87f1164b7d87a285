using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Sessions.Journey;
using FaceH5Portal.Web.Display;
using FaceH5Portal.Web.Pages.EndUser.Steps;
using FaceH5Portal.Web.Security;

namespace FaceH5Portal.Web.Pages.EndUser;

/// <summary>Meets whoever comes to a page of the session whose link their browser has opened: a look shows, a form acts.</summary>
internal sealed class VisitDesk(EndUserJourney journey, VisitCookie cookie)
{
    /// <summary>The field that names a form.</summary>
    public const string FormName = "_handler";

    public async Task<IResult> MeetAsync(PersonPage page, Func<EndUserView, IStep> stepOf)
    {
        var request = page.Http.Request;
        var view = cookie.Read(page.Http) is { } session && await journey.ViewAsync(session, page.Http.RequestAborted) is { Ok: true } found ? found.Value : null;
        if (HttpMethods.IsPost(request.Method))
            return await AnswerAsync(page, view, view is null ? null : stepOf(view) as IFormStep);
        return view is null ? PersonAnswer.LinkUnknown(page) : await stepOf(view).ShowAsync(new Visit(page, view));
    }

    private async Task<IResult> AnswerAsync(PersonPage page, EndUserView? view, IFormStep? asked)
    {
        var request = page.Http.Request;
        var form = request.HasFormContentType ? await request.ReadFormAsync(page.Http.RequestAborted) : FormCollection.Empty;
        // One that the page has no longer, because it was sent twice or its step is over, does nothing; how things stand is shown anew.
        if (view is null || asked is null || form[FormName] != asked.Form)
            return Results.Redirect(PortalRoutes.Verify);
        var visit = new Visit(page, view) { Form = form };
        // Another link was opened in this browser meanwhile: nobody may answer for one session what another one asked.
        var done = cookie.Read(visit.Typed(nameof(PersonPage.Stamp))) == view.SessionId ? await asked.DoAsync(visit) : new PortalError("visit-changed");
        return done.Ok ? Results.Redirect(done.Value) : await asked.ShowAsync(visit with { Errors = done.Errors });
    }
}
