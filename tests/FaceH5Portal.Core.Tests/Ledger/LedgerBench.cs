using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Ledger;
using FaceH5Portal.Core.Ledger.Pricing;
using FaceH5Portal.TestKit;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.Tests.Ledger;

/// <summary>A portal whose ledger is written by charges as the vendor tells them.</summary>
internal sealed class LedgerBench : IAsyncDisposable
{
    public static readonly Actor Administrator = Actor.InRole("test-administrator", "Administrator", Role.Administrator);

    private LedgerBench(PortalHarness portal) => Portal = portal;

    public PortalHarness Portal { get; }

    public PriceDesk Prices => Portal.Get<PriceDesk>();

    public LedgerDesk Desk => Portal.Get<LedgerDesk>();

    public static async Task<LedgerBench> OpenAsync() => new(await PortalHarness.StartAsync());

    public async Task<Guid> ListAsync(PriceListTerms terms)
    {
        var made = await Prices.CreateAsync(Administrator, terms, CancellationToken.None);
        Assert.Empty(made.Errors);
        return made.Value;
    }

    /// <summary>Charges of one token, in this order.</summary>
    public async Task PostAsync(Tariff tariff, string? reference, params Charge[] charges)
    {
        var owner = new ChargeOwner(Guid.NewGuid(), Guid.NewGuid(), Guid.Empty, reference, tariff);
        var posted = await Portal.Get<PortalStore>().WriteAsync<int>(async write =>
        {
            await Portal.Get<LedgerBook>().PostAsync(write, owner, charges, CancellationToken.None);
            return charges.Length;
        }, CancellationToken.None);
        Assert.True(posted.Ok);
    }

    public static Charge Verify(int order, DateTime atUtc, int quantity = 1) => new(order, ChargeType.Verify, "verify", quantity, atUtc);

    public async Task<List<LedgerEntry>> EntriesAsync()
    {
        await using var db = await Portal.Get<PortalStore>().ReadAsync(CancellationToken.None);
        return await db.Set<LedgerEntry>().OrderBy(entry => entry.RecordedAtUtc).ThenBy(entry => entry.Order).ThenBy(entry => entry.Revision).ToListAsync();
    }

    public async Task<LedgerSums> SumsAsync(int year, int month) =>
        (await Portal.Get<LedgerQueries>().SumsAsync(Administrator, LedgerFilter.OfMonth(new DateOnly(year, month, 1)), CancellationToken.None)).Value;

    public async Task<LedgerPage> PageAsync(LedgerFilter filter, LedgerPlace? after = null, int limit = 10) =>
        (await Portal.Get<LedgerQueries>().PageAsync(Administrator, filter, after, limit, CancellationToken.None)).Value;

    public ValueTask DisposeAsync() => Portal.DisposeAsync();
}
