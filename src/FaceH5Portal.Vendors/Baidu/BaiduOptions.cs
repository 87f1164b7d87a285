namespace FaceH5Portal.Vendors.Baidu;

/// <summary>How to reach Baidu; bound from <c>Vendors:Baidu</c>. The keys may be missing, then every call is refused with <c>no-credentials</c>.</summary>
public sealed class BaiduOptions
{
    /// <summary>Where the API and its access tokens are. https, or http on loopback. Default <c>https://aip.baidubce.com</c>.</summary>
    public string ApiBaseUrl { get; set; } = "https://aip.baidubce.com";

    /// <summary>Where the capture page is. https, or http on loopback. Default <c>https://brain.baidu.com</c>.</summary>
    public string PageBaseUrl { get; set; } = "https://brain.baidu.com";

    /// <summary>The app's API Key (<c>client_id</c>).</summary>
    public string? ApiKey { get; set; }

    /// <summary>The app's Secret Key (<c>client_secret</c>).</summary>
    public string? SecretKey { get; set; }

    /// <summary>
    /// Hosts from which images and videos may be downloaded, besides those of the two base addresses: a name stands for itself and everything below it,
    /// on the default ports; <c>host:port</c> stands for exactly that. Configured entries add to the default: <c>bcebos.com</c>, <c>baidubce.com</c>, <c>baidu.com</c>.
    /// </summary>
    public string[] MediaHosts { get; set; } = ["bcebos.com", "baidubce.com", "baidu.com"];

    /// <summary>Longest wait for one try of a query, a download or an access token, the whole body included. Default 10 s, up to 2 min.</summary>
    public TimeSpan QueryTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Longest wait for these, both tries and the pause between them included. Default 22 s, up to 5 min.</summary>
    public TimeSpan QueryDeadline { get; set; } = TimeSpan.FromSeconds(22);

    /// <summary>Longest wait for a call that changes something, which has one try only. Default 15 s, up to 2 min.</summary>
    public TimeSpan CommandTimeout { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>Pause before the second try, varied by chance. Default 200 ms, up to 5 s.</summary>
    public TimeSpan RetryDelay { get; set; } = TimeSpan.FromMilliseconds(200);

    /// <summary>Whether both keys are there.</summary>
    public bool HasCredentials => !string.IsNullOrWhiteSpace(ApiKey) && !string.IsNullOrWhiteSpace(SecretKey);
}
