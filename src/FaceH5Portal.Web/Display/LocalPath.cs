namespace FaceH5Portal.Web.Display;

/// <summary>Where a form wants to lead back to: on this site, or home.</summary>
internal static class LocalPath
{
    public static string Of(string? path) =>
        path is ['/', not ('/' or '\\'), ..] && !path.Any(char.IsControl) ? path : PortalRoutes.Home;
}
