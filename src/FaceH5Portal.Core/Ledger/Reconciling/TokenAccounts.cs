using FaceH5Portal.Core.Data;

namespace FaceH5Portal.Core.Ledger.Reconciling;

/// <summary>Notes what is told of a token's charges, in the write that brings it.</summary>
public sealed class TokenAccounts(TimeProvider clock)
{
    /// <summary>The vendor's record: what it says counts from now on; statistics that are known stay.</summary>
    public void HearRecord(PortalWrite write, ChargeOwner owner, AccountFacts facts)
    {
        var account = Open(write, owner);
        Know(account, facts with { Statistics = account.Facts.Statistics, StatisticsAreLost = account.Facts.StatisticsAreLost });
    }

    /// <summary>It can no longer be had. Where an earlier one is known, that is all there is.</summary>
    public void LoseRecord(PortalWrite write, ChargeOwner owner)
    {
        var account = Open(write, owner);
        Know(account, account.Facts with { IsFinal = true, RecordIsLost = account.Facts.Totals is null });
    }

    /// <summary>Nothing more can come of the token. Where nobody tried there is nothing to hold against each other.</summary>
    public void Close(PortalWrite write, Guid tokenId)
    {
        if (write.Find<TokenAccount>(tokenId) is not { } account)
            return;
        if (account.Facts.Totals is null)
            write.Remove(account);
        else
            Know(account, account.Facts with { IsFinal = true });
    }

    /// <param name="write">The write that stores the statistics.</param>
    /// <param name="owner">Whose they are. They may come before a record that can be read.</param>
    /// <param name="statistics">Null where they can no longer be had.</param>
    public void HearStatistics(PortalWrite write, ChargeOwner owner, IReadOnlyList<ServiceCount>? statistics)
    {
        var account = Open(write, owner);
        Know(account, account.Facts with { Statistics = statistics, StatisticsAreLost = statistics is null });
    }

    /// <summary>They were given up by a person.</summary>
    public void LoseStatistics(PortalWrite write, Guid tokenId)
    {
        if (write.Find<TokenAccount>(tokenId) is { } account)
            Know(account, account.Facts with { StatisticsAreLost = account.Facts.Statistics is null });
    }

    /// <summary>Nobody may ask any more, so what is known is all there is.</summary>
    public async Task ForsakeAsync(PortalWrite write, Guid sessionId, CancellationToken cancellationToken)
    {
        var open = await write.TakeAsync(write.Set<TokenAccount>()
            .Where(account => account.SessionId == sessionId && account.State == ReconciliationState.Open), cancellationToken);
        foreach (var account in open)
            Know(account, account.Facts with { IsFinal = true, StatisticsAreLost = account.Facts.Statistics is null });
    }

    private TokenAccount Open(PortalWrite write, ChargeOwner owner) => write.FindOrAdd(new TokenAccount
    {
        VerifyTokenId = owner.VerifyTokenId,
        SessionId = owner.SessionId,
        PlanId = owner.PlanId,
        OpenedAtUtc = clock.GetUtcNow().UtcDateTime,
    });

    private void Know(TokenAccount account, AccountFacts facts) => account.Know(facts, clock.GetUtcNow().UtcDateTime);
}
