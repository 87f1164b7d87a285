namespace FaceH5Portal.Vendors.Baidu.Media;

/// <summary>Which addresses may be fetched. They come out of vendor answers, and a server that fetches what it is told can be led anywhere.</summary>
internal static class MediaAddress
{
    public static Uri? Allowed(string url, BaiduOptions options)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || address.UserInfo.Length > 0)
            return null;
        if (address.Scheme != Uri.UriSchemeHttps && address.Scheme != Uri.UriSchemeHttp)
            return null;
        bool allowed = IsOrigin(address, options.ApiBaseUrl) || IsOrigin(address, options.PageBaseUrl)
            || options.MediaHosts.Any(host => IsHost(address, host.Trim()));
        return allowed ? address : null;
    }

    private static bool IsOrigin(Uri address, string baseUrl)
    {
        var origin = new Uri(baseUrl);
        return origin.Port == address.Port && string.Equals(origin.IdnHost, address.IdnHost, StringComparison.OrdinalIgnoreCase);
    }

    private static bool IsHost(Uri address, string host)
    {
        if (host.Length == 0)
            return false;
        if (host.Contains(':', StringComparison.Ordinal))
            return string.Equals($"{address.IdnHost}:{address.Port}", host, StringComparison.OrdinalIgnoreCase);
        return address.IsDefaultPort
            && (string.Equals(address.IdnHost, host, StringComparison.OrdinalIgnoreCase)
                || address.IdnHost.EndsWith("." + host, StringComparison.OrdinalIgnoreCase));
    }
}
