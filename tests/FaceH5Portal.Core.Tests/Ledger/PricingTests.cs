using FaceH5Portal.Core.Ledger;
using FaceH5Portal.Core.Ledger.Pricing;

namespace FaceH5Portal.Core.Tests.Ledger;

public sealed class PricingTests : IAsyncLifetime
{
    private static readonly PriceLine Line = new(ChargeType.Verify, new DateOnly(2020, 1, 1), null, 1, null, 8_000);
    private static readonly DateTime March = new(2026, 3, 10, 4, 0, 0, DateTimeKind.Utc);

    private LedgerBench bench = null!;

    public async Task InitializeAsync() => bench = await LedgerBench.OpenAsync();

    public async Task DisposeAsync() => await bench.DisposeAsync();

    [Fact]
    public async Task Without_a_list_a_charge_has_the_plans_own_price()
    {
        await bench.PostAsync(new Tariff(null, 7_000, 300), null, LedgerBench.Verify(1, March), new Charge(1, ChargeType.Ocr, "ocr", 2, March));
        Assert.Equal([(7_000L, 7_000L), (300L, 600L)], (await bench.EntriesAsync()).Select(entry => (entry.UnitPrice, entry.Amount)).OrderDescending());
    }

    [Fact]
    public async Task The_third_call_of_a_month_is_on_the_next_step_and_the_next_month_begins_anew()
    {
        var list = await bench.ListAsync(Terms(Line with { UntilUnit = 2 }, Line with { FromUnit = 3, UnitPrice = 5_000 }));
        foreach (var order in Enumerable.Range(1, 4))
            await PostAsync(list, LedgerBench.Verify(1, March.AddMinutes(order)));
        await PostAsync(list, LedgerBench.Verify(1, March.AddMonths(1)));
        Assert.Equal([8_000, 8_000, 5_000, 5_000, 8_000], (await bench.EntriesAsync()).OrderBy(entry => entry.ChargedAtUtc).Select(entry => entry.Amount));
    }

    [Fact]
    public async Task Several_calls_in_one_charge_are_priced_each_on_its_step()
    {
        var list = await bench.ListAsync(Terms(Line with { UntilUnit = 2 }, Line with { FromUnit = 3, UntilUnit = 3, UnitPrice = 6_000 }, Line with { FromUnit = 4, UnitPrice = 1_000 }));
        await PostAsync(list, LedgerBench.Verify(0, March, quantity: 5));
        var entry = Assert.Single(await bench.EntriesAsync());
        Assert.Equal((8_000L, 2 * 8_000L + 6_000 + 2 * 1_000), (entry.UnitPrice, entry.Amount));
    }

    [Fact]
    public async Task Free_calls_are_given_once_and_count_towards_no_months_volume()
    {
        var list = await bench.ListAsync(Terms(Line with { UntilUnit = 1 }, Line with { FromUnit = 2, UnitPrice = 5_000 }) with { Free = [new FreeUnits(ChargeType.Verify, 2)] });
        await PostAsync(list, LedgerBench.Verify(0, March, quantity: 3));
        await PostAsync(list, LedgerBench.Verify(1, March.AddMonths(1)));
        Assert.Equal([8_000, 8_000], (await bench.EntriesAsync()).Select(entry => entry.Amount));
        var volumes = (await bench.Prices.VolumesAsync(LedgerBench.Administrator, list, CancellationToken.None)).Value;
        Assert.Equal([(202604, 1), (202603, 1), (0, 2)], volumes.Select(volume => (volume.Month, volume.Units)));
    }

    [Fact]
    public async Task The_price_is_that_of_the_day_in_Beijing()
    {
        var list = await bench.ListAsync(Terms(Line with { Until = new DateOnly(2026, 3, 31) }, Line with { From = new DateOnly(2026, 4, 1), UnitPrice = 9_000 }));
        await PostAsync(list, LedgerBench.Verify(1, new DateTime(2026, 3, 31, 15, 59, 59, DateTimeKind.Utc)));
        await PostAsync(list, LedgerBench.Verify(1, new DateTime(2026, 3, 31, 16, 0, 0, DateTimeKind.Utc)));
        Assert.Equal([8_000, 9_000], (await bench.EntriesAsync()).OrderBy(entry => entry.ChargedAtUtc).Select(entry => entry.Amount));
        Assert.Equal([9_000], (await bench.SumsAsync(2026, 4)).Days.Select(day => day.Amount));
    }

    [Fact]
    public async Task A_later_change_of_the_list_touches_no_entry()
    {
        var list = await bench.ListAsync(Terms(Line));
        await PostAsync(list, LedgerBench.Verify(1, March));
        Assert.True((await bench.Prices.ChangeAsync(LedgerBench.Administrator, list, 1, Terms(Line with { UnitPrice = 1 }), CancellationToken.None)).Ok);
        await PostAsync(list, LedgerBench.Verify(1, March.AddMinutes(1)));
        Assert.Equal([8_000, 1], (await bench.EntriesAsync()).OrderBy(entry => entry.ChargedAtUtc).Select(entry => entry.Amount));
    }

    [Fact]
    public async Task Of_two_who_change_a_list_at_once_the_second_is_told()
    {
        var list = await bench.ListAsync(Terms(Line));
        Assert.True((await bench.Prices.ChangeAsync(LedgerBench.Administrator, list, 1, Terms(Line), CancellationToken.None)).Ok);
        Assert.Equal("changed-meanwhile", (await bench.Prices.ChangeAsync(LedgerBench.Administrator, list, 1, Terms(Line), CancellationToken.None)).Errors[0].Code);
    }

    [Fact]
    public async Task Yesterdays_price_cannot_be_taken_from_yesterdays_charges()
    {
        var list = await bench.ListAsync(Terms(Line));
        var today = new DateOnly(2026, 3, 1);
        var changed = await bench.Prices.ChangeAsync(LedgerBench.Administrator, list, 1, Terms(Line with { From = today, UnitPrice = 9_000 }), CancellationToken.None);
        Assert.Equal("price-gap", changed.Errors[0].Code);
        Assert.True((await bench.Prices.ChangeAsync(LedgerBench.Administrator, list, 1,
            Terms(Line with { Until = today.AddDays(-1) }, Line with { From = today, UnitPrice = 9_000 }), CancellationToken.None)).Ok);
        await PostAsync(list, LedgerBench.Verify(1, new DateTime(2026, 2, 28, 4, 0, 0, DateTimeKind.Utc)));
        Assert.Equal(8_000, Assert.Single(await bench.EntriesAsync()).Amount);
    }

    [Fact]
    public async Task A_list_with_a_gap_is_not_kept()
    {
        Assert.Equal("price-gap", (await bench.Prices.CreateAsync(LedgerBench.Administrator, Terms(Line with { UntilUnit = 5 }), CancellationToken.None)).Errors[0].Code);
        Assert.Empty((await bench.Prices.ListAsync(LedgerBench.Administrator, CancellationToken.None)).Value);
    }

    private Task PostAsync(Guid list, params Charge[] charges) => bench.PostAsync(new Tariff(list, 1, 1), null, charges);

    private static PriceListTerms Terms(params PriceLine[] lines) => new() { Name = "Contract", Lines = lines };
}
