using System.Globalization;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Privacy.Notices;
using FaceH5Portal.Core.Sessions.Journey;
using FaceH5Portal.Web.Hosting;
using FaceH5Portal.Web.Pages.EndUser.Slices;

namespace FaceH5Portal.Web.Pages.EndUser.Steps;

/// <summary>What the person is told and agrees to.</summary>
internal sealed class ConsentStep(EndUserJourney journey, NoticeDesk notices, PortalSettings settings) : IFormStep
{
    public string Form => StartStep.Name;

    public async Task<PersonAnswer> ShowAsync(Visit visit) =>
        visit.Show(ConsentForm.Create(new ConsentModel(visit, await NoticeAsync(visit))));

    public async Task<Result<string>> DoAsync(Visit visit)
    {
        if (visit.Typed(ConsentModel.Agreed) != ConsentModel.Yes)
            return new PortalError("consent-missing");
        var notice = await NoticeAsync(visit);
        // Others may have taken the place of the words that the person read.
        if (visit.Typed(ConsentModel.Words) != ConsentText.Hash(notice.Text))
            return new PortalError("notice-changed");
        var http = visit.Page.Http;
        var agreed = await journey.AgreeAsync(visit.View.SessionId, ConsentOf(visit, notice), http.RequestAborted);
        // Of two clicks the slower one may find the capture begun: it leads to the same page.
        return agreed is { Ok: true, Value.Step: JourneyStep.Start or JourneyStep.Resume } ? await StartStep.StartAsync(journey, visit) : Onward.From(agreed);
    }

    private static Consent ConsentOf(Visit visit, ConsentNotice notice) =>
        new(notice.Version, notice.Text, CultureInfo.CurrentUICulture.Name, visit.Page.Http.Connection.RemoteIpAddress?.ToString() ?? "")
        {
            Born = BirthDate.Read(visit.Typed(nameof(Consent.Born))),
            Guardian = visit.Typed(nameof(Consent.Guardian)),
        };

    private async Task<ConsentNotice> NoticeAsync(Visit visit) =>
        ConsentNotice.For(visit.Page.Texts, visit.View, settings, await notices.CurrentAsync(visit.Page.Http.RequestAborted));
}
