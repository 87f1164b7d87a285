using FaceH5Portal.Vendors.Http;
using Microsoft.Extensions.Options;

namespace FaceH5Portal.Vendors.Baidu;

/// <summary>Reports every wrong setting at once, by its key. Missing keys are not wrong: the portal then shows its set-up page.</summary>
internal sealed class BaiduOptionsValidator : IValidateOptions<BaiduOptions>
{
    private static readonly TimeSpan MaxDeadline = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan MaxPause = TimeSpan.FromSeconds(5);

    public ValidateOptionsResult Validate(string? name, BaiduOptions options) => SettingChecks.Report(
            Address(nameof(options.ApiBaseUrl), options.ApiBaseUrl),
            Address(nameof(options.PageBaseUrl), options.PageBaseUrl),
        Hosts(options.MediaHosts),
        Wait(nameof(options.QueryTimeout), options.QueryTimeout, SettingChecks.ShortestTry, SettingChecks.LongestTry),
        Wait(nameof(options.CommandTimeout), options.CommandTimeout, SettingChecks.ShortestTry, SettingChecks.LongestTry),
        Wait(nameof(options.QueryDeadline), options.QueryDeadline, options.QueryTimeout, MaxDeadline),
        Wait(nameof(options.RetryDelay), options.RetryDelay, TimeSpan.Zero, MaxPause));

    private static string? Address(string key, string value) => SettingChecks.Address($"Vendors:Baidu:{key}", value);

    private static string? Hosts(string[] hosts) =>
        hosts.All(host => Uri.TryCreate($"http://{host}/", UriKind.Absolute, out var address) && address.PathAndQuery == "/" && address.UserInfo.Length == 0 && !host.Contains('*', StringComparison.Ordinal))
            ? null
            : "Vendors:Baidu:MediaHosts must hold plain host names, with a port where it is not the default one.";

    private static string? Wait(string key, TimeSpan value, TimeSpan from, TimeSpan to) => SettingChecks.Wait($"Vendors:Baidu:{key}", value, from, to);
}
