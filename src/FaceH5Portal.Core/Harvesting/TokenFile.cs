using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Ledger;
using FaceH5Portal.Core.Sessions;
using FaceH5Portal.Core.Subjects;

namespace FaceH5Portal.Core.Harvesting;

/// <summary>A token and all that an answer about it may change, each read when it is first asked for.</summary>
public sealed class TokenFile
{
    private readonly PortalWrite write;
    private IReadOnlyList<VerifyToken>? tokens;
    private List<Attempt>? attempts;
    private List<HarvestItem>? items;

    private TokenFile(PortalWrite write, VerifyToken token)
    {
        (this.write, Token) = (write, token);
        Session = write.Find<VerificationSession>(token.SessionId)!;
        Subject = write.Find<Subject>(Session.SubjectId)!;
    }

    public VerifyToken Token { get; }

    public VerificationSession Session { get; }

    public Subject Subject { get; }

    /// <summary>All of the session.</summary>
    public IReadOnlyList<VerifyToken> Tokens => tokens ??= write.Of<VerifyToken>(nameof(VerifyToken.SessionId), Session.Id);

    public IEnumerable<VerifyToken> OtherTokens => Tokens.Where(token => token.Id != Token.Id);

    /// <summary>Whom a charge of this token belongs to.</summary>
    public ChargeOwner Owner => new(Session.Id, Token.Id, Session.PlanId, Session.Reference, Session.Terms.Tariff);

    /// <summary>What is known to have been tried with this token.</summary>
    public IReadOnlyList<Attempt> Attempts => KnownAttempts;

    /// <summary>What is or was owed of this token.</summary>
    public IEnumerable<HarvestItem> Items => SessionsItems.Where(item => item.VerifyTokenId == Token.Id);

    private List<Attempt> KnownAttempts =>
        attempts ??= Session.AttemptCount == 0 ? [] : write.Of<Attempt>(nameof(Attempt.VerifyTokenId), Token.Id);

    private List<HarvestItem> SessionsItems => items ??= write.Of<HarvestItem>(nameof(HarvestItem.SessionId), Session.Id);

    internal static TokenFile Load(PortalWrite write, Guid tokenId) => new(write, write.Find<VerifyToken>(tokenId)!);

    public void Add(Attempt attempt)
    {
        KnownAttempts.Add(attempt);
        write.Add(attempt);
        Session.AttemptCount++;
    }

    public void Owe(HarvestItem item)
    {
        SessionsItems.Add(item);
        write.Add(item);
    }

    /// <summary>Says on the session how its harvest stands now, and to who watches it that something has changed.</summary>
    public void Note()
    {
        HarvestSummary.Apply(Session, Tokens, SessionsItems);
        SessionJournal.Touch(write, Session);
    }
}
