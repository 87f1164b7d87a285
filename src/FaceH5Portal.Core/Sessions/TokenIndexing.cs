using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Subjects;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.Sessions;

/// <summary>Gives tokens from before they were indexed their index, so that a record is found by one of them too. Done once.</summary>
public sealed class TokenIndexing(PortalStore store, SubjectVault subjects, BlindIndex index) : IOpeningStep
{
    private const int AtOnce = 500;

    // Nothing can be looked for that has this; else an erased person's token would be tried again at every start.
    private const string Unreadable = "";

    /// <exception cref="PortalStartException">The database cannot be written.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var indexed = await store.WriteAsync<int>(async write =>
            {
                var without = await write.Set<VerifyToken>().Where(token => token.TokenIndex == null).OrderBy(token => token.Id).Take(AtOnce)
                    .Join(write.Set<VerificationSession>(), token => token.SessionId, session => session.Id, (token, session) => new { token, session.SubjectId })
                    .Join(write.Set<Subject>(), found => found.SubjectId, subject => subject.Id, (found, subject) => new { found.token, subject })
                    .AsNoTracking().ToListAsync(cancellationToken);
                without.ForEach(found => write.Take(found.token).TokenIndex =
                    subjects.TryOpenText(found.subject, "verify-token", found.token.SealedToken) is { } text ? index.OfToken(text) : Unreadable);
                return without.Count;
            }, cancellationToken);
            if (!indexed.Ok)
                throw new PortalStartException($"Tokens cannot be indexed: {indexed.Errors[0].Code}.");
            if (indexed.Value < AtOnce)
                return;
        }
    }
}
