using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Subjects;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.Sessions;

/// <summary>A session and whom it is about.</summary>
public sealed record PersonsSession(VerificationSession Session, Subject Subject);

/// <summary>A token and the session it was minted for.</summary>
public sealed record SessionsToken(VerifyToken Token, VerificationSession Session);

/// <summary>The reads of every person's way, compiled once: finding the compiled form costs more than the database does.</summary>
internal static class SessionReads
{
    public static readonly Func<PortalDbContext, Guid, CancellationToken, Task<PersonsSession?>> ById = EF.CompileAsyncQuery(
        (PortalDbContext db, Guid id, CancellationToken _) => db.Set<VerificationSession>().Where(session => session.Id == id)
            .Join(db.Set<Subject>(), session => session.SubjectId, subject => subject.Id, (session, subject) => new PersonsSession(session, subject))
            .SingleOrDefault());

    public static readonly Func<PortalDbContext, string, CancellationToken, Task<SessionsToken?>> ByReturn = EF.CompileAsyncQuery(
        (PortalDbContext db, string stateHash, CancellationToken _) => db.Set<VerifyToken>().Where(token => token.StateHash == stateHash)
            .Join(db.Set<VerificationSession>(), token => token.SessionId, session => session.Id, (token, session) => new SessionsToken(token, session))
            .SingleOrDefault());

    public static readonly Func<PortalDbContext, Guid, CancellationToken, Task<VerifyToken?>> LastToken = EF.CompileAsyncQuery(
        (PortalDbContext db, Guid sessionId, CancellationToken _) => db.Set<VerifyToken>().Where(token => token.SessionId == sessionId)
            .OrderByDescending(token => token.MintedAtUtc).FirstOrDefault());
}
