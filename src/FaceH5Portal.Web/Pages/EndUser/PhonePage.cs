using FaceH5Portal.Core.Sessions.Journey;
using FaceH5Portal.Web.Display;
using FaceH5Portal.Web.Pages.EndUser.Slices;
using FaceH5Portal.Web.Security;

namespace FaceH5Portal.Web.Pages.EndUser;

/// <summary>The link as a picture, for whoever sits before a computer without a camera.</summary>
internal static class PhonePage
{
    public static async Task<IResult> ShowAsync(PersonPage page, EndUserJourney journey, VisitCookie cookie)
    {
        if (cookie.Read(page.Http) is not { } session || await journey.CarryAsync(session, page.Http.RequestAborted) is not { Ok: true } found)
            return PersonAnswer.LinkUnknown(page);
        var (view, link) = found.Value;
        return new PersonAnswer(page, page.Texts["EndUser.Phone.Title"], PhonePart.Create(new PhoneModel(page, view, link is null ? null : QrCode.Of(link).Value)))
        {
            Renewal = view.Step is JourneyStep.Done ? null : new Renewal(5, OnlyWithoutScript: true),
        };
    }
}

/// <param name="Picture">The link as markup; null when it is over.</param>
public sealed record PhoneModel(PersonPage Page, EndUserView View, string? Picture) : IPartOfPage
{
    /// <summary>Without the picture, which lets in whoever has it.</summary>
    public override string ToString() => nameof(PhoneModel);
}
