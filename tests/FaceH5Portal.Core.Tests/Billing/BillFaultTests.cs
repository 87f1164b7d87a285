using System.Text;
using FaceH5Portal.Core.Billing.Bills;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Tests.Ledger;

namespace FaceH5Portal.Core.Tests.Billing;

public sealed class BillFaultTests : IAsyncLifetime
{
    private const string Heads = "消费日期,计费项,用量,金额,币种\r\n";
    private const string Right = "2026-03-01,人脸实名认证,1,0.80,CNY\r\n";

    private static readonly DateOnly March = new(2026, 3, 1);

    private LedgerBench bench = null!;

    public async Task InitializeAsync() => bench = await LedgerBench.OpenAsync();

    public async Task DisposeAsync() => await bench.DisposeAsync();

    private BillDesk Desk => bench.Portal.Get<BillDesk>();

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
        var refused = await ImportAsync(Encoding.UTF8.GetBytes(text));
        var error = Assert.Single(refused.Errors);
        Assert.Equal(code, error.Code);
        if (args.Length > 0)
            Assert.Equal(args, error.Args);
        Assert.Null((await MatchAsync()).Bill);
    }

    [Fact]
    public async Task A_refused_bill_leaves_the_one_before_it_as_it_was()
    {
        Assert.True((await ImportAsync(Encoding.UTF8.GetBytes(Heads + Right))).Ok);
        var before = (await MatchAsync()).Bill!.Sha256;
        var refused = await ImportAsync(
            Encoding.UTF8.GetBytes(Heads + "2026-03-02,人脸实名认证,9,7.20,CNY\r\n2026-03-03,人脸实名认证,1,0.80,USD\r\n"));
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
        var taken = await ImportAsync(file);
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
        var refused = await ImportAsync(Encoding.UTF8.GetBytes(text));
        Assert.Equal(["bill-row-day", "bill-row-item"], refused.Errors.Select(error => error.Code));
    }

    [Fact]
    public async Task A_workbook_and_bytes_that_are_no_text_are_refused()
    {
        foreach (var (bytes, code) in new[] { ("PK\u0003\u0004"u8.ToArray(), "import-workbook"), (new byte[] { 0, 1, 2, 0, 3 }, "import-encoding") })
            Assert.Equal(code, (await ImportAsync(bytes)).Errors[0].Code);
        Assert.Equal("import-too-big", BillReader.Read(new byte[BillReader.MostBytes + 1], March, BillMapping.Usual).Errors[0].Code);
    }

    private Task<Result<int>> ImportAsync(byte[] file) =>
        Desk.ImportAsync(LedgerBench.Administrator, March, file, BillMapping.Usual, CancellationToken.None);

    private async Task<MatchedBill> MatchAsync() => (await Desk.MatchAsync(LedgerBench.Administrator, March, CancellationToken.None)).Value;
}
