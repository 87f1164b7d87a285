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

    [Theory]
    [InlineData("消费日期,计费项,用量\r\n2026-03-01,人脸实名认证,1\r\n", "bill-heads")]
    [InlineData("消费日期,计费项,用量,金额,金额\r\n2026-03-01,人脸实名认证,1,0.80,0.80\r\n", "bill-heads")]
    [InlineData("消费日期,计费项,用量,金额,币种,币种\r\n2026-03-01,人脸实名认证,1,0.80,CNY,USD\r\n", "bill-heads")]
    [InlineData(Heads, "import-empty")]
    [InlineData("", "import-empty")]
    [InlineData(Heads + Right + "2026-03-02,人脸实名认证,1\r\n", "bill-row-cells", 3, 3, 5)]
    [InlineData(Heads + "03.01.26,人脸实名认证,1,0.80,CNY\r\n", "bill-row-day", 2, "03.01.26")]
    [InlineData(Heads + Right + "2026-04-01,人脸实名认证,1,0.80,CNY\r\n", "bill-row-month", 3, "2026-04-01")]
    [InlineData(Heads + "2026-03-01,语音,1,0.80,CNY\r\n", "bill-row-item", 2, "语音")]
    [InlineData(Heads + "2026-03-01,人脸实名认证,1,0.80,USD\r\n", "bill-row-currency", 2, "USD")]
    [InlineData(Heads + "2026-03-01,人脸实名认证,1.5,0.80,CNY\r\n", "bill-row-number", 2)]
    [InlineData(Heads + "2026-03-01,人脸实名认证,1,0.80001,CNY\r\n", "bill-row-number", 2)]
    [InlineData(Heads + Right + Right, "bill-row-twice", 3)]
    public async Task A_bill_with_a_fault_is_refused_where_it_is_and_nothing_of_it_is_kept(string text, string code, params object[] args)
    {
        var refused = await Desk.ImportAsync(LedgerBench.Administrator, March, Encoding.UTF8.GetBytes(text), BillMapping.Usual, CancellationToken.None);
        var error = Assert.Single(refused.Errors);
        Assert.Equal(code, error.Code);
        if (args.Length > 0)
            Assert.Equal(args, error.Args);
        Assert.Null((await MatchAsync()).Bill);
    }

    [Fact]
    public async Task A_refused_bill_leaves_the_one_before_it_as_it_was()
    {
        await ImportAsync(Heads + Right);
        var before = (await MatchAsync()).Bill!.Sha256;
        var refused = await Desk.ImportAsync(LedgerBench.Administrator, March,
            Encoding.UTF8.GetBytes(Heads + "2026-03-02,人脸实名认证,9,7.20,CNY\r\n2026-03-03,人脸实名认证,1,0.80,USD\r\n"), BillMapping.Usual, CancellationToken.None);
        Assert.Equal("bill-row-currency", Assert.Single(refused.Errors).Code);
        var after = await MatchAsync();
        Assert.Equal((before, new BillSum(1, 8_000)), (after.Bill!.Sha256, Assert.Single(after.Matches).Billed));
    }

    [Theory]
    [InlineData("GB18030", null)]
    [InlineData("utf-16", null)]
    [InlineData("utf-16BE", null)]
    [InlineData("utf-8", null)]
    [InlineData("big5", "bill-heads")]
    [InlineData("utf-32", "import-encoding")]
    public async Task A_bill_is_read_as_spreadsheets_write_it_and_refused_where_it_cannot_be_read(string encoding, string? code)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var written = Encoding.GetEncoding(encoding);
        byte[] file = [.. written.GetPreamble(), .. written.GetBytes(Heads + Right)];
        var taken = await Desk.ImportAsync(LedgerBench.Administrator, March, file, BillMapping.Usual, CancellationToken.None);
        Assert.Equal(code, taken.Errors is [{ } error, ..] ? error.Code : null);
        Assert.Equal(code is null ? 1 : 0, (await MatchAsync()).Matches.Count);
    }

    [Fact]
    public async Task A_head_that_is_empty_is_not_that_of_a_currency_without_a_name()
    {
        var mapping = BillMapping.Usual with { Heads = BillMapping.Usual.Heads.ToDictionary(head => head.Key, head => head.Key == BillColumn.Currency ? "" : head.Value) };
        var taken = await Desk.ImportAsync(LedgerBench.Administrator, March, "消费日期,计费项,用量,金额,,\n2026-03-01,人脸实名认证,1,0.80,,\n"u8.ToArray(), mapping, CancellationToken.None);
        Assert.Equal(1, taken.Value);
    }

    [Fact]
    public async Task Every_bad_line_is_told()
    {
        var text = Heads + "x,人脸实名认证,1,0.80,CNY\r\n" + Right + "2026-03-02,y,1,0.80,CNY\r\n";
        var refused = await Desk.ImportAsync(LedgerBench.Administrator, March, Encoding.UTF8.GetBytes(text), BillMapping.Usual, CancellationToken.None);
        Assert.Equal(["bill-row-day", "bill-row-item"], refused.Errors.Select(error => error.Code));
    }

    [Fact]
    public async Task A_workbook_and_bytes_that_are_no_text_are_refused()
    {
        foreach (var (bytes, code) in new[] { ("PK\u0003\u0004"u8.ToArray(), "import-workbook"), (new byte[] { 0, 1, 2, 0, 3 }, "import-encoding") })
            Assert.Equal(code, (await Desk.ImportAsync(LedgerBench.Administrator, March, bytes, BillMapping.Usual, CancellationToken.None)).Errors[0].Code);
        Assert.Equal("import-too-big", BillReader.Read(new byte[BillReader.MostBytes + 1], March, BillMapping.Usual).Errors[0].Code);
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
