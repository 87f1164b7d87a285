namespace FaceH5Portal.Web.Pages.EndUser;

/// <summary>Browsers inside other apps, where the camera often stays shut; the person is told how to get out.</summary>
internal enum InAppBrowser
{
    WeChat,
    Other,
}

internal static class InAppBrowsers
{
    // QQ's app says "QQ/", its browser of its own "MQQBrowser", which has the camera.
    private static readonly string[] Others =
        [" QQ/", "Weibo", "DingTalk", "AlipayClient", "aweme", "BytedanceWebview", "FBAN", "FBAV", "Instagram", "Line/", "; wv)"];

    public static InAppBrowser? Of(string? userAgent) => userAgent switch
    {
        null => null,
        _ when userAgent.Contains("MicroMessenger", StringComparison.OrdinalIgnoreCase) => InAppBrowser.WeChat,
        _ when Others.Any(name => userAgent.Contains(name, StringComparison.OrdinalIgnoreCase)) => InAppBrowser.Other,
        _ => null,
    };
}
