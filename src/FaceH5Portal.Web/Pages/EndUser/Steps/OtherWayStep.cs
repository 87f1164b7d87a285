using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Sessions.Journey;
using FaceH5Portal.Web.Hosting;
using FaceH5Portal.Web.Pages.EndUser.Slices;

namespace FaceH5Portal.Web.Pages.EndUser.Steps;

/// <summary>The way out for whoever does not want to be verified by their face.</summary>
internal sealed class OtherWayStep(WayOut way, PortalSettings settings) : IFormStep
{
    public const string Name = "other-way";

    public string Form => Name;

    public Task<PersonAnswer> ShowAsync(Visit visit) => Task.FromResult(new PersonAnswer(
        visit.Page, visit.Page.Texts["EndUser.OtherWay.Title"], OtherWayForm.Create(new OtherWayModel(visit, ConsentNotice.OrganizationOf(visit.Page.Texts, settings)))));

    public async Task<Result<string>> DoAsync(Visit visit) =>
        Onward.From(await way.AskOtherWayAsync(visit.View.SessionId, visit.Typed("Contact"), visit.Page.Http.RequestAborted));
}

/// <param name="Organization">Who is asked for another way.</param>
public sealed record OtherWayModel(Visit Visit, string Organization) : IPartOfPage
{
    public PersonPage Page => Visit.Page;
}
