using System.Globalization;
using System.Text;
using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Billing.Bills;
using FaceH5Portal.Core.Ledger;
using FaceH5Portal.Core.Ledger.Months;
using FaceH5Portal.Core.Ledger.Pricing;
using FaceH5Portal.Core.Ledger.Reconciling;
using FaceH5Portal.Core.Tests.Ledger;
using FaceH5Portal.TestKit;

namespace FaceH5Portal.Core.Tests.Billing;

public sealed class BillTests : IAsyncLifetime
{
    private const string Heads = "消费日期,计费项,用量,金额,币种\r\n";
    private const string Right = "2026-03-01,人脸实名认证,1,0.80,CNY\r\n";

    private static readonly DateOnly March = new(2026, 3, 1);

    private LedgerBench bench = null!;

    public async Task InitializeAsync() => bench = await LedgerBench.OpenAsync();

    public async Task DisposeAsync() => await bench.DisposeAsync();

    private BillDesk Desk => bench.Portal.Get<BillDesk>();

    [Fact]
    public async Task The_sandboxs_bill_and_the_ledger_agree_to_the_cent()
    {
        foreach (var (plan, name) in new[] { ("1001", "测试甲"), ("1001", "测试222351"), ("1001", "测试222356"), ("1007", "测试222360") })
            await (await SessionDriver.CreateAsync(bench.Portal, plan, name)).GoThroughAsync();
        bench.Portal.Advance(TimeSpan.FromHours(20));
        await (await SessionDriver.CreateAsync(bench.Portal)).GoThroughAsync();
        var bill = await bench.Portal.Sandbox.BillAsync("2026-03");
        Assert.Equal(2, (await Desk.ImportAsync(LedgerBench.Administrator, March, bill, BillMapping.Usual, CancellationToken.None)).Value);
        var matched = await MatchAsync();
        Assert.All(matched.Matches, match => Assert.Equal(ReconciliationState.Matched, match.State));
        Assert.Equal((2, 4 * 8_000L), (matched.Matches.Count, matched.Matches.Sum(match => match.Billed!.Value.Amount)));
    }

    [Theory]
    [InlineData(ReconciliationState.VendorOnly)]
    [InlineData(ReconciliationState.LedgerOnly)]
    [InlineData(ReconciliationState.CountMismatch)]
    [InlineData(ReconciliationState.AmountMismatch)]
    public async Task All_of_two_hundred_errors_of_a_bill_are_found_and_none_is_invented(ReconciliationState kind)
    {
        // Every second day of fourteen months is wrong.
        var days = Enumerable.Range(0, 426).Select(day => new DateOnly(2025, 1, 1).AddDays(day)).ToList();
        var wrong = days.Where(day => day.DayNumber % 2 == 0).Take(200).ToHashSet();
        foreach (var day in days.Where(day => kind != ReconciliationState.VendorOnly || !wrong.Contains(day)))
            await bench.PostAsync(new Tariff(null, 8_000, 500), null, LedgerBench.Verify(1, day.ToDateTime(new TimeOnly(4, 0), DateTimeKind.Utc)));
        var found = new List<BillMatch>();
        foreach (var month in days.GroupBy(LedgerFilter.MonthOf))
        {
            var text = Heads + string.Concat(month.Select(day => Line(day, wrong.Contains(day) ? kind : ReconciliationState.Matched)));
            Assert.Empty((await Desk.ImportAsync(LedgerBench.Administrator, month.Key, Encoding.UTF8.GetBytes(text), BillMapping.Usual, CancellationToken.None)).Errors);
            found.AddRange((await Desk.MatchAsync(LedgerBench.Administrator, month.Key, CancellationToken.None)).Value.Matches);
        }
        Assert.Equal(426, found.Count);
        Assert.Equal(wrong, found.Where(match => match.State == kind).Select(match => match.Day).ToHashSet());
        Assert.Equal(226, found.Count(match => match.State == ReconciliationState.Matched));
    }

    [Fact]
    public async Task A_later_bill_takes_the_place_of_the_first_and_the_mapping_is_kept()
    {
        await ImportAsync(Heads + Right + "2026-03-02,人脸实名认证,1,0.80,CNY\r\n");
        var mapping = new BillMapping
        {
            Heads = new Dictionary<BillColumn, string> { [BillColumn.Day] = "Day", [BillColumn.Item] = "Item", [BillColumn.Quantity] = "Calls", [BillColumn.Amount] = "Yuan", [BillColumn.Currency] = "" },
            Items = [new("Face", ChargeType.Verify)],
        };
        var taken = await Desk.ImportAsync(LedgerBench.Administrator, March, "Day,Item,Calls,Yuan\n2026/3/1,Face,\"1,000\",800\n"u8.ToArray(), mapping, CancellationToken.None);
        Assert.Equal(1, taken.Value);
        var matched = await MatchAsync();
        Assert.Equal(new BillSum(1_000, 8_000_000), Assert.Single(matched.Matches).Billed);
        Assert.Equal(("Face", "Day"), (matched.Mapping.Items[0].Word, matched.Mapping.Heads[BillColumn.Day]));
    }

    [Fact]
    public async Task A_closed_month_takes_no_bill_and_an_auditor_imports_none()
    {
        await bench.PostAsync(new Tariff(null, 8_000, 500), null, LedgerBench.Verify(1, new DateTime(2026, 2, 3, 4, 0, 0, DateTimeKind.Utc)));
        bench.Portal.Advance(TimeSpan.FromDays(10));
        await bench.Portal.Get<MonthDesk>().CloseAsync(LedgerBench.Administrator, new DateOnly(2026, 2, 1), CancellationToken.None);
        var february = Encoding.UTF8.GetBytes((Heads + Right).Replace("2026-03", "2026-02", StringComparison.Ordinal));
        Assert.Equal("month-closed", (await Desk.ImportAsync(LedgerBench.Administrator, new DateOnly(2026, 2, 1), february, BillMapping.Usual, CancellationToken.None)).Errors[0].Code);
        var auditor = Actor.InRole("test-auditor", "Auditor", Role.Auditor);
        Assert.Equal("access-denied", (await Desk.ImportAsync(auditor, March, [], BillMapping.Usual, CancellationToken.None)).Errors[0].Code);
    }

    private static string Line(DateOnly day, ReconciliationState kind) => kind switch
    {
        ReconciliationState.LedgerOnly => "",
        ReconciliationState.CountMismatch => Line(day, 2, "1.60"),
        ReconciliationState.AmountMismatch => Line(day, 1, "0.81"),
        _ => Line(day, 1, "0.80"),
    };

    private static string Line(DateOnly day, int quantity, string yuan) =>
        string.Create(CultureInfo.InvariantCulture, $"{day:yyyy-MM-dd},人脸实名认证,{quantity},{yuan},CNY\r\n");

    private async Task ImportAsync(string text) =>
        Assert.Empty((await Desk.ImportAsync(LedgerBench.Administrator, March, Encoding.UTF8.GetBytes(text), BillMapping.Usual, CancellationToken.None)).Errors);

    private async Task<MatchedBill> MatchAsync() => (await Desk.MatchAsync(LedgerBench.Administrator, March, CancellationToken.None)).Value;
}
