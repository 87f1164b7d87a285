using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Sessions;
using FaceH5Portal.Core.Subjects;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.Harvesting;

/// <summary>A token and all that an answer about it may change, read at once and tracked by the write that reads it.</summary>
public sealed class TokenFile
{
    private static readonly Func<PortalDbContext, Guid, IAsyncEnumerable<Sibling>> SiblingsOf = EF.CompileAsyncQuery(
        (PortalDbContext db, Guid tokenId) => db.Set<VerifyToken>().Where(token => token.Id == tokenId)
            .Join(db.Set<VerificationSession>(), token => token.SessionId, session => session.Id, (token, session) => session)
            .Join(db.Set<Subject>(), session => session.SubjectId, subject => subject.Id, (session, subject) => new { session, subject })
            .Join(db.Set<VerifyToken>(), found => found.session.Id, token => token.SessionId,
                (found, token) => new Sibling(token, found.session, found.subject)));

    private static readonly Func<PortalDbContext, Guid, IAsyncEnumerable<HarvestItem>> ItemsOf = EF.CompileAsyncQuery(
        (PortalDbContext db, Guid sessionId) => db.Set<HarvestItem>().Where(item => item.SessionId == sessionId));

    private static readonly Func<PortalDbContext, Guid, IAsyncEnumerable<Attempt>> AttemptsOf = EF.CompileAsyncQuery(
        (PortalDbContext db, Guid tokenId) => db.Set<Attempt>().Where(attempt => attempt.VerifyTokenId == tokenId));

    private readonly PortalWrite write;
    private readonly List<Attempt> attempts;
    private readonly List<HarvestItem> items;

    private TokenFile(PortalWrite write, Guid tokenId, List<Sibling> siblings, List<HarvestItem> items, List<Attempt> attempts)
    {
        (this.write, this.items, this.attempts) = (write, items, attempts);
        Tokens = siblings.ConvertAll(sibling => sibling.Token);
        Token = Tokens.Single(token => token.Id == tokenId);
        (_, Session, Subject) = siblings[0];
    }

    public VerifyToken Token { get; }

    public VerificationSession Session { get; }

    public Subject Subject { get; }

    /// <summary>All of the session.</summary>
    public IReadOnlyList<VerifyToken> Tokens { get; }

    public IEnumerable<VerifyToken> OtherTokens => Tokens.Where(token => token.Id != Token.Id);

    /// <summary>What is known to have been tried with this token.</summary>
    public IReadOnlyList<Attempt> Attempts => attempts;

    /// <summary>What is or was owed of this token.</summary>
    public IEnumerable<HarvestItem> Items => items.Where(item => item.VerifyTokenId == Token.Id);

    public static async Task<TokenFile> LoadAsync(PortalWrite write, Guid tokenId, CancellationToken cancellationToken)
    {
        var siblings = await SiblingsOf(write.Context, tokenId).ToListAsync(cancellationToken);
        var session = siblings[0].Session;
        var items = await ItemsOf(write.Context, session.Id).ToListAsync(cancellationToken);
        return new TokenFile(write, tokenId, siblings, items,
            session.AttemptCount == 0 ? [] : await AttemptsOf(write.Context, tokenId).ToListAsync(cancellationToken));
    }

    public void Add(Attempt attempt)
    {
        write.Set<Attempt>().Add(attempt);
        attempts.Add(attempt);
        Session.AttemptCount++;
    }

    public void Owe(HarvestItem item)
    {
        write.Set<HarvestItem>().Add(item);
        items.Add(item);
    }

    /// <summary>Says on the session how its harvest stands now, and to who watches it that something has changed.</summary>
    public void Note()
    {
        HarvestSummary.Apply(Session, Tokens, items);
        SessionJournal.Touch(write, Session);
    }

    private sealed record Sibling(VerifyToken Token, VerificationSession Session, Subject Subject);
}
