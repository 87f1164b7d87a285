using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Sessions.Journey;
using FaceH5Portal.Web.Display;
using FaceH5Portal.Web.Logging;
using FaceH5Portal.Web.Pages.EndUser.Slices;
using FaceH5Portal.Web.Security;

namespace FaceH5Portal.Web.Pages.EndUser;

/// <summary>The two addresses with a secret in them: the link, and the way back from the vendor's page.</summary>
internal static class LinkPages
{
    public static async Task<IResult> OpenAsync(PersonPage page, string code, EndUserJourney journey, VisitCookie cookie)
    {
        var found = await journey.FindAsync(code, page.Http.RequestAborted);
        if (!found.Ok)
            return PersonAnswer.LinkUnknown(page);
        cookie.Write(page.Http, found.Value);
        return Results.Redirect(PortalRoutes.Verify);
    }

    /// <summary>The address proves nothing: it makes the portal ask the vendor, and every answer comes from there.</summary>
    public static async Task<IResult> ComeBackAsync(PersonPage page, string state, EndUserJourney journey, VisitCookie cookie)
    {
        var returned = await journey.ReturnAsync(state, page.Http.RequestAborted);
        if (returned.Errors.Any(error => error.Code == "return-unknown"))
            page.Http.NoteRefusal("return-unknown");
        // Where it cannot be written down now, the browser comes again, so that the hint is not lost.
        if (returned.Errors.Any(error => error.Code == PortalError.StorageUnavailable))
            return new PersonAnswer(page, page.Texts["EndUser.Confirming.Title"], ReturnAgain.Create(page)) { Renewal = new Renewal(5, OnlyWithoutScript: false) };
        if (cookie.Read(page.Http) is { } visit && (!returned.Ok || returned.Value == visit))
            return Results.Redirect(PortalRoutes.Verify);
        return new PersonAnswer(page, page.Texts["EndUser.Return.Title"], ReturnNeutral.Create(page));
    }
}
