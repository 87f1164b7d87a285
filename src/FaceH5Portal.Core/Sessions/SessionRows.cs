using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Data.Rows;
using FaceH5Portal.Core.Subjects;

namespace FaceH5Portal.Core.Sessions;

/// <summary>A session and whom it is about.</summary>
public sealed record PersonsSession(VerificationSession Session, Subject Subject);

/// <summary>A session, whom it is about, and the newest token they were sent off with.</summary>
public sealed record PersonsCapture(PersonsSession Person, VerifyToken? Newest);

/// <summary>A token and the session it was minted for.</summary>
public sealed record SessionsToken(VerifyToken Token, VerificationSession Session);

/// <summary>What is read again and again of a person's way: by a work, to change it, or to be looked at.</summary>
internal static class SessionRows
{
    public static PersonsSession? FindPersonsSession(this PortalWrite write, Guid id) =>
        write.Find<VerificationSession>(id) is { } session ? new PersonsSession(session, write.Find<Subject>(session.SubjectId)!) : null;

    public static PersonsSession? FindPersonsSession(this RowLook look, Guid id) =>
        look.Find<VerificationSession>(id) is { } session ? new PersonsSession(session, look.Find<Subject>(session.SubjectId)!) : null;

    public static PersonsCapture? FindPersonsCapture(this RowLook look, Guid id) => look.FindPersonsSession(id) is { } person
        ? new PersonsCapture(person, look.Of<VerifyToken>(nameof(VerifyToken.SessionId), id).MaxBy(token => token.MintedAtUtc)) : null;

    public static SessionsToken? FindByReturn(this PortalWrite write, string stateHash) =>
        write.Of<VerifyToken>(nameof(VerifyToken.StateHash), stateHash) is [var token]
            ? new SessionsToken(token, write.Find<VerificationSession>(token.SessionId)!) : null;

    public static SessionsToken? FindByReturn(this RowLook look, string stateHash) =>
        look.Of<VerifyToken>(nameof(VerifyToken.StateHash), stateHash) is [var token]
            ? new SessionsToken(token, look.Find<VerificationSession>(token.SessionId)!) : null;
}
