using FaceH5Portal.Core.Subjects;

namespace FaceH5Portal.Core.Sessions.Journey;

/// <summary>How things stand for the person of a session, now.</summary>
public sealed class EndUserViews(SubjectVault subjects, TimeProvider clock)
{
    public EndUserView Of(VerificationSession session, Subject subject)
    {
        var person = new PersonFacts(subject.IsDescribed, subjects.BirthDateOf(subject), ChinaDate.Today(clock));
        return EndUserView.Of(session, person, clock.GetUtcNow().UtcDateTime);
    }
}
