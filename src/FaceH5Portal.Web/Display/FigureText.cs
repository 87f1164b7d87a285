using System.Globalization;
using FaceH5Portal.Core.Ledger;
using FaceH5Portal.Core.Sessions.Finding;
using FaceH5Portal.Web.Resources;
using Microsoft.Extensions.Localization;

namespace FaceH5Portal.Web.Display;

/// <summary>Numbers as they are read; what is not there is a dash.</summary>
public static class FigureText
{
    public const string None = "—";

    public static string Count(long number) => number.ToString("N0", CultureInfo.CurrentCulture);

    public static string Count(SessionCount count) => Count(count.Number) + (count.IsExact ? "" : "+");

    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string Percent(double? part) => part is { } known ? (known * 100).ToString("0.0", CultureInfo.CurrentCulture) + " %" : None;

    public static string Yuan(long? amount) => amount is { } known ? $"¥{Money.Text(known)}" : None;

    public static string Span(IStringLocalizer<Texts> texts, TimeSpan? span) => span switch
    {
        null => None,
        { TotalDays: > 30 } => texts["Overview.Longer"],
        { TotalDays: >= 1 } known => texts["List.DaysLeft", (int)known.TotalDays, known.Hours],
        { } known => texts["List.HoursLeft", (int)known.TotalHours, known.Minutes],
    };
}
