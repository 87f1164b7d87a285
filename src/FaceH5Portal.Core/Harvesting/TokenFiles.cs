using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Sessions;
using FaceH5Portal.Core.Subjects;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.Harvesting;

/// <summary>One of a session's tokens, with whose it is.</summary>
internal sealed record TokenInSession(VerifyToken Token, VerificationSession Session, Subject Subject);

/// <summary>Reads the file of a token. The queries are compiled once by each portal: a compiled form belongs to one model.</summary>
public sealed class TokenFiles
{
    private readonly Func<PortalDbContext, Guid, IEnumerable<TokenInSession>> siblingsOf = EF.CompileQuery(
        (PortalDbContext db, Guid tokenId) => db.Set<VerifyToken>().Where(token => token.Id == tokenId)
            .Join(db.Set<VerificationSession>(), token => token.SessionId, session => session.Id, (token, session) => session)
            .Join(db.Set<Subject>(), session => session.SubjectId, subject => subject.Id, (session, subject) => new { session, subject })
            .Join(db.Set<VerifyToken>(), found => found.session.Id, token => token.SessionId,
                (found, token) => new TokenInSession(token, found.session, found.subject)));

    private readonly Func<PortalDbContext, Guid, IEnumerable<HarvestItem>> itemsOf = EF.CompileQuery(
        (PortalDbContext db, Guid sessionId) => db.Set<HarvestItem>().Where(item => item.SessionId == sessionId));

    private readonly Func<PortalDbContext, Guid, IEnumerable<Attempt>> attemptsOf = EF.CompileQuery(
        (PortalDbContext db, Guid tokenId) => db.Set<Attempt>().Where(attempt => attempt.VerifyTokenId == tokenId));

    // SQLite answers at once whoever asks; to wait for it as for something far away costs more than it does.
    public TokenFile Load(PortalWrite write, Guid tokenId)
    {
        List<TokenInSession> siblings = [.. siblingsOf(write.Context, tokenId)];
        var session = siblings[0].Session;
        List<HarvestItem> items = [.. itemsOf(write.Context, session.Id)];
        return new TokenFile(write, tokenId, siblings, items, session.AttemptCount == 0 ? [] : [.. attemptsOf(write.Context, tokenId)]);
    }
}
