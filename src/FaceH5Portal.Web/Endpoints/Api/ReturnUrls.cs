using FaceH5Portal.Core.Data;
using FaceH5Portal.Web.Hosting;

namespace FaceH5Portal.Web.Endpoints.Api;

/// <summary>Where a person may be sent at the end: nowhere but to hosts that an administrator has named.</summary>
internal sealed class ReturnUrls(ApiSettings settings)
{
    public const int Longest = 512;

    public Result<Uri?> Check(string? text)
    {
        if (text is null)
            return (Uri?)null;
        if (text.Length > Longest)
            return new PortalError("text-too-long", "returnUrl", Longest);
        if (!Uri.TryCreate(text, UriKind.Absolute, out var url) || url.UserInfo.Length > 0
            || url.Scheme is not ("http" or "https") || (url.Scheme == "http" && !url.IsLoopback))
            return new PortalError("return-url-invalid", "returnUrl");
        return settings.ReturnUrlHosts.Contains(url.IdnHost) || (settings.AllowsLoopbackReturn && url.IsLoopback)
            ? url : new PortalError("return-url-not-allowed", "returnUrl", url.IdnHost);
    }
}
