using System.Globalization;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Sessions;
using FaceH5Portal.Web.Display;
using Microsoft.AspNetCore.Components;

namespace FaceH5Portal.Web.Pages.EndUser;

public partial class VerifyPage
{
    private EndUserView? view;
    private PortalError? error;

    [SupplyParameterFromForm]
    private string? Agreed { get; set; }

    [SupplyParameterFromForm]
    private string? Stamp { get; set; }

    private ConsentNotice Notice => ConsentNotice.For(L, view!);

    private FailureDisplay? Failure => FailureDisplay.Of(view!, CultureInfo.CurrentUICulture);

    protected override async Task OnInitializedAsync()
    {
        if (Visit.Read(Http) is not { } sessionId)
        {
            AnswerNotFound();
            return;
        }
        var found = await Journey.ViewAsync(sessionId, Http.RequestAborted);
        view = found.Ok ? found.Value : null;
        if (view is null)
            AnswerNotFound();
    }

    private static string StartKey(EndUserView view) =>
        view.Reason is not null ? "EndUser.TryAgain"
        : view.Status == SessionStatus.Capturing ? "EndUser.Continue" : "EndUser.Start";

    private string Title(EndUserView current) => Failure is not null && current.Status != SessionStatus.Failed
        ? L["EndUser.Retry.Title"] : L[$"EndUser.{current.Status}.Title"];

    private async Task StartAsync()
    {
        if (view is not { } current)
            return;
        // Another link was opened in this browser meanwhile: nobody may agree for one session to what another one says.
        if (Visit.Read(Stamp) != current.SessionId)
        {
            error = new PortalError("visit-changed");
            return;
        }
        if (!current.Consented && Agreed != "yes")
        {
            error = new PortalError("consent-missing");
            return;
        }
        var consent = new Consent(ConsentNotice.Version, Notice.Sha256, CultureInfo.CurrentUICulture.Name,
            Http.Connection.RemoteIpAddress?.ToString() ?? "");
        // Once begun it is not given up with the browser's connection: a token may be in the making.
        var page = await Journey.StartAsync(current.SessionId, consent, CancellationToken.None);
        if (page.Ok)
            Navigation.NavigateTo(page.Value.AbsoluteUri);
        else
            error = page.Errors[0];
    }
}
