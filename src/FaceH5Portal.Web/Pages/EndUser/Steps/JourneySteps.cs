using FaceH5Portal.Core.Sessions.Journey;

namespace FaceH5Portal.Web.Pages.EndUser.Steps;

/// <summary>Which part of the page stands for which step of the journey.</summary>
internal sealed class JourneySteps(ConsentStep consent, IdentityStep identity, PhotoStep photo, StartStep start, WaitStep wait, DoneStep done)
{
    public IStep Of(EndUserView view) => view.Step switch
    {
        JourneyStep.Consent => consent,
        JourneyStep.Identity => identity,
        JourneyStep.Photo => photo,
        JourneyStep.Start or JourneyStep.Resume => start,
        JourneyStep.Wait => wait,
        _ => done,
    };
}
