using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Subjects;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.Sessions;

/// <summary>A session and whom it is about.</summary>
public sealed record PersonsSession(VerificationSession Session, Subject Subject);

/// <summary>A token and the session it was minted for.</summary>
public sealed record SessionsToken(VerifyToken Token, VerificationSession Session);

/// <summary>What a work reads of a person's way, to change it.</summary>
internal static class SessionRows
{
    public static PersonsSession? FindPersonsSession(this PortalWrite write, Guid id) =>
        write.Find<VerificationSession>(id) is { } session ? new PersonsSession(session, write.Find<Subject>(session.SubjectId)!) : null;

    public static SessionsToken? FindByReturn(this PortalWrite write, string stateHash) =>
        write.Of<VerifyToken>(nameof(VerifyToken.StateHash), stateHash) is [var token]
            ? new SessionsToken(token, write.Find<VerificationSession>(token.SessionId)!) : null;
}

/// <summary>
/// The looks at every person's way, compiled once: finding the compiled form costs more than the database does. Kept by
/// each portal for itself, because a compiled form belongs to one model.
/// </summary>
public sealed class SessionReads
{
    private readonly Func<PortalDbContext, Guid, CancellationToken, Task<PersonsSession?>> seenById = EF.CompileAsyncQuery(
        (PortalDbContext db, Guid id, CancellationToken _) => db.Set<VerificationSession>().AsNoTracking().Where(session => session.Id == id)
            .Join(db.Set<Subject>(), session => session.SubjectId, subject => subject.Id, (session, subject) => new PersonsSession(session, subject))
            .SingleOrDefault());

    private readonly Func<PortalDbContext, string, CancellationToken, Task<Guid?>> byLink = EF.CompileAsyncQuery(
        (PortalDbContext db, string linkHash, CancellationToken _) => db.Set<VerificationSession>().Where(session => session.LinkHash == linkHash)
            .Select(session => (Guid?)session.Id).SingleOrDefault());

    private readonly Func<PortalDbContext, string, CancellationToken, Task<SessionsToken?>> seenByReturn = EF.CompileAsyncQuery(
        (PortalDbContext db, string stateHash, CancellationToken _) => db.Set<VerifyToken>().AsNoTracking().Where(token => token.StateHash == stateHash)
            .Join(db.Set<VerificationSession>(), token => token.SessionId, session => session.Id, (token, session) => new SessionsToken(token, session))
            .SingleOrDefault());

    private readonly Func<PortalDbContext, Guid, CancellationToken, Task<VerifyToken?>> lastToken = EF.CompileAsyncQuery(
        (PortalDbContext db, Guid sessionId, CancellationToken _) => db.Set<VerifyToken>().AsNoTracking().Where(token => token.SessionId == sessionId)
            .OrderByDescending(token => token.MintedAtUtc).FirstOrDefault());

    public Task<PersonsSession?> SeeAsync(PortalDbContext db, Guid id, CancellationToken cancellationToken) => seenById(db, id, cancellationToken);

    public Task<Guid?> FindByLinkAsync(PortalDbContext db, string linkHash, CancellationToken cancellationToken) => byLink(db, linkHash, cancellationToken);

    public Task<SessionsToken?> SeeByReturnAsync(PortalDbContext db, string stateHash, CancellationToken cancellationToken) =>
        seenByReturn(db, stateHash, cancellationToken);

    public Task<VerifyToken?> SeeLastTokenAsync(PortalDbContext db, Guid sessionId, CancellationToken cancellationToken) =>
        lastToken(db, sessionId, cancellationToken);
}
