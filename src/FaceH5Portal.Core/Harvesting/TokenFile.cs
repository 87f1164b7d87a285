using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Ledger;
using FaceH5Portal.Core.Sessions;
using FaceH5Portal.Core.Subjects;

namespace FaceH5Portal.Core.Harvesting;

/// <summary>A token and all that an answer about it may change, read at once and tracked by the write that reads it.</summary>
public sealed class TokenFile
{
    private readonly PortalWrite write;
    private readonly List<Attempt> attempts;
    private readonly List<HarvestItem> items;

    internal TokenFile(PortalWrite write, Guid tokenId, List<TokenInSession> siblings, List<HarvestItem> items, List<Attempt> attempts)
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

    /// <summary>Whom a charge of this token belongs to.</summary>
    public ChargeOwner Owner => new(Session.Id, Token.Id, Session.PlanId, Session.Reference, Session.Terms.Tariff);

    /// <summary>What is known to have been tried with this token.</summary>
    public IReadOnlyList<Attempt> Attempts => attempts;

    /// <summary>What is or was owed of this token.</summary>
    public IEnumerable<HarvestItem> Items => items.Where(item => item.VerifyTokenId == Token.Id);

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
}
