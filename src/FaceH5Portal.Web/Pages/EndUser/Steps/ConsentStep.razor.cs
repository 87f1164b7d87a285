using System.Globalization;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Privacy.Notices;
using FaceH5Portal.Core.Sessions.Journey;
using FaceH5Portal.Web.Hosting;
using Microsoft.AspNetCore.Components;

namespace FaceH5Portal.Web.Pages.EndUser.Steps;

public sealed partial class ConsentStep
{
    [Inject]
    private EndUserJourney Journey { get; set; } = null!;

    [Inject]
    private PortalSettings Settings { get; set; } = null!;

    [SupplyParameterFromForm]
    private string? Agreed { get; set; }

    [SupplyParameterFromForm]
    private string? Born { get; set; }

    [SupplyParameterFromForm]
    private string? Guardian { get; set; }

    /// <summary>Of the words that the person read; others may have taken their place since.</summary>
    [SupplyParameterFromForm]
    private string? Words { get; set; }

    [Inject]
    private NoticeDesk Notices { get; set; } = null!;

    private ConsentNotice? Notice { get; set; }

    private bool AsksGuardian => View.NeedsGuardian || Guardian is not null || Has(nameof(Guardian));

    /// <summary>Nothing is left to ask, so that the capture follows at once.</summary>
    private bool IsLast => View.StepAfterConsent == JourneyStep.Start;

    protected override async Task OnInitializedAsync() =>
        Notice = ConsentNotice.For(L, View, Settings, await Notices.CurrentAsync(Http.RequestAborted));

    private async Task AgreeAsync()
    {
        if (!IsForThisSession())
            return;
        if (Agreed != "yes")
        {
            Errors = [new PortalError("consent-missing")];
            return;
        }
        if (Words != ConsentText.Hash(Notice!.Text))
        {
            Errors = [new PortalError("notice-changed")];
            return;
        }
        var consent = new Consent(Notice.Version, Notice.Text, CultureInfo.CurrentUICulture.Name, Http.Connection.RemoteIpAddress?.ToString() ?? "")
        {
            Born = BirthDate.Read(Born),
            Guardian = Guardian,
        };
        var agreed = await Journey.AgreeAsync(View.SessionId, consent, Http.RequestAborted);
        // Of two clicks the slower one may find the capture begun: it leads to the same page.
        if (agreed is { Ok: true, Value.Step: JourneyStep.Start or JourneyStep.Resume })
            // Once begun it is not given up with the browser's connection: a token may be in the making.
            Leave(await Journey.StartAsync(View.SessionId, CancellationToken.None));
        else
            GoOn(agreed);
    }
}
