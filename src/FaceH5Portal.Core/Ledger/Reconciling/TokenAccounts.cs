using FaceH5Portal.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.Ledger.Reconciling;

/// <summary>Notes what is told of a token's charges, in the write that brings it.</summary>
public sealed class TokenAccounts
{
    private readonly KeyedRows<Guid, TokenAccount> accounts;
    private readonly TimeProvider clock;

    public TokenAccounts(TimeProvider clock)
    {
        this.clock = clock;
        accounts = new(EF.CompileAsyncQuery((PortalDbContext db, Guid tokenId, CancellationToken _) =>
            db.Set<TokenAccount>().SingleOrDefault(account => account.VerifyTokenId == tokenId)));
    }

    /// <summary>The vendor's record: what it says counts from now on; statistics that are known stay.</summary>
    public async Task HearRecordAsync(PortalWrite write, ChargeOwner owner, AccountFacts facts, CancellationToken cancellationToken)
    {
        var account = await OpenAsync(write, owner, cancellationToken);
        Know(account, facts with { Statistics = account.Facts.Statistics, StatisticsAreLost = account.Facts.StatisticsAreLost });
    }

    /// <summary>It can no longer be had. Where an earlier one is known, that is all there is.</summary>
    public async Task LoseRecordAsync(PortalWrite write, ChargeOwner owner, CancellationToken cancellationToken)
    {
        var account = await OpenAsync(write, owner, cancellationToken);
        Know(account, account.Facts with { IsFinal = true, RecordIsLost = account.Facts.Totals is null });
    }

    /// <summary>Nothing more can come of the token. Where nobody tried there is nothing to hold against each other.</summary>
    public async Task CloseAsync(PortalWrite write, Guid tokenId, CancellationToken cancellationToken)
    {
        if (await accounts.FindAsync(write, tokenId, cancellationToken) is not { } account)
            return;
        if (account.Facts.Totals is null)
            write.Set<TokenAccount>().Remove(account);
        else
            Know(account, account.Facts with { IsFinal = true });
    }

    /// <param name="write">The write that stores the statistics.</param>
    /// <param name="owner">Whose they are. They may come before a record that can be read.</param>
    /// <param name="statistics">Null where they can no longer be had.</param>
    /// <param name="cancellationToken">Gives up before it is written.</param>
    public async Task HearStatisticsAsync(
        PortalWrite write, ChargeOwner owner, IReadOnlyList<ServiceCount>? statistics, CancellationToken cancellationToken)
    {
        var account = await OpenAsync(write, owner, cancellationToken);
        Know(account, account.Facts with { Statistics = statistics, StatisticsAreLost = statistics is null });
    }

    /// <summary>They were given up by a person.</summary>
    public async Task LoseStatisticsAsync(PortalWrite write, Guid tokenId, CancellationToken cancellationToken)
    {
        if (await accounts.FindAsync(write, tokenId, cancellationToken) is { } account)
            Know(account, account.Facts with { StatisticsAreLost = account.Facts.Statistics is null });
    }

    /// <summary>Nobody may ask any more, so what is known is all there is.</summary>
    public async Task ForsakeAsync(PortalWrite write, Guid sessionId, CancellationToken cancellationToken)
    {
        var open = await write.Set<TokenAccount>()
            .Where(account => account.SessionId == sessionId && account.State == ReconciliationState.Open).ToListAsync(cancellationToken);
        foreach (var account in open)
            Know(account, account.Facts with { IsFinal = true, StatisticsAreLost = account.Facts.Statistics is null });
    }

    private Task<TokenAccount> OpenAsync(PortalWrite write, ChargeOwner owner, CancellationToken cancellationToken) =>
        accounts.FindOrAddAsync(write, owner.VerifyTokenId, () => new TokenAccount
        {
            VerifyTokenId = owner.VerifyTokenId,
            SessionId = owner.SessionId,
            PlanId = owner.PlanId,
            OpenedAtUtc = clock.GetUtcNow().UtcDateTime,
        }, cancellationToken);

    private void Know(TokenAccount account, AccountFacts facts) => account.Know(facts, clock.GetUtcNow().UtcDateTime);
}
