using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Ledger.Reconciling;
using FaceH5Portal.TestKit;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.Tests.Billing;

/// <summary>Discrepancies that a vendor makes who errs, as many of each kind as are asked for, among sessions that are right.</summary>
public sealed class ReconciliationCampaign : IAsyncLifetime
{
    private const int Lanes = 8;

    private PortalHarness portal = null!;

    public async Task InitializeAsync() => portal = await PortalHarness.StartAsync();

    public async Task DisposeAsync() => await portal.DisposeAsync();

    // Two hundred of each is the whole campaign; it is quick enough to be run whole.
    [Theory]
    [InlineData("charges", "free_as_charged", "测试222356", ReconciliationState.VendorOnly)]
    [InlineData("charges", "charged_as_free", "测试222351", ReconciliationState.LedgerOnly)]
    [InlineData("charges", "one_more", "测试甲", ReconciliationState.CountMismatch)]
    [InlineData("stat_comparisons", "one_more", "测试甲", ReconciliationState.CountMismatch)]
    public async Task All_of_two_hundred_errors_of_a_kind_are_found_and_none_is_invented(string part, string error, string name, ReconciliationState state)
    {
        await GoThroughAsync(100, name);
        await portal.Sandbox.ControlAsync("profile", new Dictionary<string, string> { [part] = error });
        var wrong = await GoThroughAsync(200, name);
        await portal.Sandbox.ControlAsync("profile", new Dictionary<string, string> { [part] = "as_booked" });
        await GoThroughAsync(100, name);
        await ExpectAsync(200, state, wrong, 200);
    }

    [Fact]
    public async Task All_of_two_hundred_whose_statistics_are_lost_are_unprovable_and_no_other()
    {
        await GoThroughAsync(50, "测试甲");
        await portal.Sandbox.BreakAsync("result/stat", "http500", 1_000_000);
        var wrong = await GoThroughAsync(200, "测试甲");
        for (var day = 0; day < 8; day++)
        {
            portal.Advance(TimeSpan.FromDays(1));
            await portal.SweepAsync();
        }
        await ExpectAsync(50, ReconciliationState.Unprovable, wrong, 200);
    }

    private async Task ExpectAsync(int right, ReconciliationState state, IReadOnlySet<Guid> wrong, int errors)
    {
        await using var db = await portal.Get<PortalStore>().ReadAsync(CancellationToken.None);
        var accounts = await db.Set<TokenAccount>().AsNoTracking().ToListAsync();
        Assert.Equal((right, errors), (accounts.Count(account => account.State == ReconciliationState.Matched), accounts.Count(account => account.State == state)));
        Assert.Equal(right + errors, accounts.Count);
        Assert.Equal(wrong, accounts.Where(account => account.State == state).Select(account => account.SessionId).ToHashSet());
    }

    private async Task<IReadOnlySet<Guid>> GoThroughAsync(int sessions, string name)
    {
        var made = new List<SessionDriver>();
        for (var number = 0; number < sessions; number++)
            made.Add(await SessionDriver.CreateAsync(portal, name: name));
        foreach (var some in made.Chunk(Lanes))
            await Task.WhenAll(some.Select(async session =>
            {
                await session.StartAsync();
                await session.CaptureAsync();
                await session.ReturnAsync();
            }));
        await portal.SweepAsync();
        return made.Select(session => session.Id).ToHashSet();
    }
}
