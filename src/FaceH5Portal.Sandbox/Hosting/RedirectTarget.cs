namespace FaceH5Portal.Sandbox.Hosting;

internal static class RedirectTarget
{
    /// <summary>Absent, or an absolute http(s) address: anything else could run script in the page that follows it.</summary>
    public static bool IsAllowed(string? target) =>
        target is null
        || (Uri.TryCreate(target, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps));
}
