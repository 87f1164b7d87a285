using System.Globalization;
using FaceH5Portal.Web.Hosting;

namespace FaceH5Portal.Web.Display;

/// <summary>UTC inside, the portal's zone on screen.</summary>
public sealed class ViewerTime(PortalSettings settings)
{
    public TimeZoneInfo Zone => settings.TimeZone;

    public string Text(DateTime utc) =>
        TimeZoneInfo.ConvertTimeFromUtc(utc, Zone).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
}
