using System.Globalization;
using System.Text.RegularExpressions;
using FaceH5Portal.Web.Hosting;

namespace FaceH5Portal.Web.Display;

/// <summary>UTC inside; on screen the zone that the viewer's browser told, else the portal's.</summary>
public sealed partial class ViewerTime(PortalSettings settings, IHttpContextAccessor http)
{
    // Written by console.js.
    private const string Cookie = "time-zone";

    // Read once: a circuit has its request only while it begins.
    public TimeZoneInfo Zone { get; } = Told(http.HttpContext?.Request.Cookies[Cookie]) ?? settings.TimeZone;

    public string Text(DateTime utc) =>
        TimeZoneInfo.ConvertTimeFromUtc(utc, Zone).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    // A name becomes the path of a file, so only what can be one is looked for.
    private static TimeZoneInfo? Told(string? name) =>
        name is { Length: <= 64 } && ZoneName().IsMatch(name) && TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) ? zone : null;

    [GeneratedRegex(@"^[A-Za-z][\w+-]*(/[\w+-]+)*\z", RegexOptions.ECMAScript)]
    private static partial Regex ZoneName();
}
