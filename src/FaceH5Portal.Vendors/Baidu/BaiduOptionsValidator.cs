using Microsoft.Extensions.Options;

namespace FaceH5Portal.Vendors.Baidu;

/// <summary>Reports every wrong setting at once, by its key. Missing keys are not wrong: the portal then shows its set-up page.</summary>
internal sealed class BaiduOptionsValidator : IValidateOptions<BaiduOptions>
{
    private static readonly TimeSpan MaxTry = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan MaxDeadline = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan MaxPause = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan ShortestTry = TimeSpan.FromMilliseconds(10);

    public ValidateOptionsResult Validate(string? name, BaiduOptions options)
    {
        string?[] problems =
        [
            Address(nameof(options.ApiBaseUrl), options.ApiBaseUrl),
            Address(nameof(options.PageBaseUrl), options.PageBaseUrl),
            Hosts(options.MediaHosts),
            Wait(nameof(options.QueryTimeout), options.QueryTimeout, ShortestTry, MaxTry),
            Wait(nameof(options.CommandTimeout), options.CommandTimeout, ShortestTry, MaxTry),
            Wait(nameof(options.QueryDeadline), options.QueryDeadline, options.QueryTimeout, MaxDeadline),
            Wait(nameof(options.RetryDelay), options.RetryDelay, TimeSpan.Zero, MaxPause),
        ];
        string[] found = [.. problems.OfType<string>()];
        return found.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(found);
    }

    private static string? Address(string key, string value)
    {
        bool fits = Uri.TryCreate(value, UriKind.Absolute, out var address)
            && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback))
            && address.Query.Length == 0 && address.Fragment.Length == 0 && address.UserInfo.Length == 0;
        return fits ? null : $"Vendors:Baidu:{key} must be an absolute https address without a query (http only on loopback), but is '{value}'.";
    }

    private static string? Hosts(string[] hosts) =>
        hosts.All(host => Uri.TryCreate($"http://{host}/", UriKind.Absolute, out var address) && address.PathAndQuery == "/" && address.UserInfo.Length == 0 && !host.Contains('*', StringComparison.Ordinal))
            ? null
            : "Vendors:Baidu:MediaHosts must hold plain host names, with a port where it is not the default one.";

    private static string? Wait(string key, TimeSpan value, TimeSpan from, TimeSpan to) =>
        value >= from && value <= to ? null : $"Vendors:Baidu:{key} must be between {from} and {to}, but is {value}.";
}
