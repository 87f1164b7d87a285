using FaceH5Portal.Core.Sessions.Journey;

namespace FaceH5Portal.Web.Pages.EndUser.Steps;

/// <summary>The notice, and the form that agrees to it.</summary>
public sealed record ConsentModel(Visit Visit, ConsentNotice Notice) : IPartOfPage
{
    public const string Agreed = "Agreed";
    public const string Yes = "yes";

    /// <summary>The field that says which words the person read.</summary>
    public const string Words = "Words";

    public PersonPage Page => Visit.Page;

    public bool AsksGuardian => Visit.View.NeedsGuardian || Visit.Typed(nameof(Consent.Guardian)) is not null || Visit.IsWrong(nameof(Consent.Guardian));

    /// <summary>Nothing is left to ask, so that the capture follows at once.</summary>
    public bool IsLast => Visit.View.StepAfterConsent == JourneyStep.Start;
}
