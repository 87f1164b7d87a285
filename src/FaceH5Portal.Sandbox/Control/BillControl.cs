using System.Globalization;
using System.Text;
using FaceH5Portal.Sandbox.Hosting;
using FaceH5Portal.Sandbox.State;

namespace FaceH5Portal.Sandbox.Control;

/// <summary>The month's bill as a file of the vendor's console: a line per day and item, at list prices. Its heads are inferred.</summary>
internal sealed class BillControl(SandboxState state)
{
    private static readonly TimeSpan _beijing = TimeSpan.FromHours(8);

    private static readonly Dictionary<string, (string Item, decimal Price)> _items = new()
    {
        ["verify"] = ("人脸实名认证", 0.80m),
        ["match"] = ("人脸对比", 0.80m),
        ["ocr"] = ("身份证识别", 0.05m),
    };

    public IResult Read(HttpRequest request)
    {
        if (!DateOnly.TryParseExact(request.Query["month"], "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month))
            return SandboxJson.Answer(new { Error = "\"month\" must be a month, such as 2026-03." }, StatusCodes.Status400BadRequest);
        var text = new StringBuilder("消费日期,计费项,用量,金额,币种\r\n");
        foreach (var line in state.Exclusively(() => Lines(month)))
            text.Append(line).Append("\r\n");
        return Results.File(Encoding.UTF8.GetBytes(text.ToString()), "text/csv; charset=utf-8", $"bill-{request.Query["month"]}.csv");
    }

    private List<string> Lines(DateOnly month) =>
    [
        .. state.VerifyTokens.SelectMany(Charges)
            .Where(charge => charge.Day.Year == month.Year && charge.Day.Month == month.Month)
            .GroupBy(charge => charge).OrderBy(group => group.Key.Day).ThenBy(group => group.Key.Type, StringComparer.Ordinal)
            .Select(group => string.Create(CultureInfo.InvariantCulture,
                $"{group.Key.Day:yyyy-MM-dd},{_items[group.Key.Type].Item},{group.Count()},{group.Count() * _items[group.Key.Type].Price:0.00},CNY")),
    ];

    private static IEnumerable<(DateOnly Day, string Type)> Charges(VerifyToken token) =>
    [
        .. token.Attempts.Where(attempt => attempt.Charged()).Select(attempt => (DayOf(attempt.Time), attempt.ChargeType!)),
        .. token.OcrStages.Select(stage => (DayOf(stage.ChargedAt), "ocr")),
    ];

    private static DateOnly DayOf(DateTimeOffset time) => DateOnly.FromDateTime(time.ToOffset(_beijing).DateTime);
}
