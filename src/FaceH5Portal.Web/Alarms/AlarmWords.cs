using System.Globalization;
using FaceH5Portal.Core.Alarming.Telling;
using FaceH5Portal.Web.Display;
using FaceH5Portal.Web.Hosting;
using FaceH5Portal.Web.Resources;
using Microsoft.Extensions.Localization;

namespace FaceH5Portal.Web.Alarms;

/// <summary>What a message says: a head and its lines.</summary>
public sealed record AlarmMessage(string Head, string Body);

/// <summary>Alarms in words, for a mail in the language that is set.</summary>
public sealed class AlarmWords(IStringLocalizer<Texts> texts, PortalSettings settings)
{
    public AlarmMessage Of(AlarmReport report)
    {
        var (culture, uiCulture) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = settings.Telling.Language;
            return new AlarmMessage(Head(report), Body(report));
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, uiCulture);
        }
    }

    private string Head(AlarmReport report) => report is { Kind: not AlarmNoticeKind.Digest, Lines: [var only] }
        ? texts[$"AlarmMail.{report.Kind}One", texts[$"AlarmRule.{only.Rule}"].Value]
        : texts[$"AlarmMail.{report.Kind}", report.Lines.Count];

    private string Body(AlarmReport report)
    {
        var zone = settings.TimeZone;
        var lines = report.Lines.Select(line => texts["AlarmMail.Line", texts[AlarmDisplay.Of(line.Severity).TextKey].Value, AlarmDisplay.SentenceOf(texts, line.Rule, line.Value, line.Detail),
            texts[AlarmDisplay.Of(line.State).TextKey].Value, LocalText(line.FirstSeenUtc, zone)].Value);
        return string.Join("\r\n", [.. lines, "", new Uri(settings.PublicBaseUrl, PortalRoutes.Alarms).ToString()]);
    }

    private static string LocalText(DateTime utc, TimeZoneInfo zone) =>
        TimeZoneInfo.ConvertTimeFromUtc(utc, zone).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
