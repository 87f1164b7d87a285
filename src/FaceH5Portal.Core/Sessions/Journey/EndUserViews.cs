using FaceH5Portal.Core.Subjects;

namespace FaceH5Portal.Core.Sessions.Journey;

/// <summary>How things stand for the person of a session, now.</summary>
public sealed class EndUserViews(SubjectVault subjects, TimeProvider clock)
{
    public EndUserView Of(VerificationSession session, Subject subject)
    {
        var identity = subjects.IdentityOf(subject);
        var person = new PersonFacts(identity is not null, subjects.BirthDateOf(subject, identity), ChinaDate.Today(clock));
        return EndUserView.Of(session, person, clock.GetUtcNow().UtcDateTime);
    }
}
