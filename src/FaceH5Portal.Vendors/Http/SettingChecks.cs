using Microsoft.Extensions.Options;

namespace FaceH5Portal.Vendors.Http;

/// <summary>Tells what is wrong with a setting, by its key; null where nothing is.</summary>
internal static class SettingChecks
{
    public static readonly TimeSpan ShortestTry = TimeSpan.FromMilliseconds(10);
    public static readonly TimeSpan LongestTry = TimeSpan.FromMinutes(2);

    public static ValidateOptionsResult Report(params IEnumerable<string?> problems)
    {
        string[] found = [.. problems.OfType<string>()];
        return found.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(found);
    }

    public static string? Address(string key, string value) =>
        PlainAddress(value) is { } address && (address.Scheme == Uri.UriSchemeHttps || address.IsLoopback)
            ? null
            : $"{key} must be an absolute https address without a query (http only on loopback), but is '{value}'.";

    /// <summary>For a vendor that knows no https.</summary>
    public static string? AddressOfEitherKind(string key, string value) =>
        PlainAddress(value) is null ? $"{key} must be an absolute http or https address without a query, but is '{value}'." : null;

    public static string? Wait(string key, TimeSpan value, TimeSpan from, TimeSpan to) =>
        value >= from && value <= to ? null : $"{key} must be between {from} and {to}, but is {value}.";

    public static string? Score(string key, double value, double from, double to) =>
        value >= from && value <= to ? null : FormattableString.Invariant($"{key} must be between {from} and {to}, but is {value}.");

    private static Uri? PlainAddress(string value) =>
        Uri.TryCreate(value, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp)
        && address.Query.Length == 0 && address.Fragment.Length == 0 && address.UserInfo.Length == 0
            ? address
            : null;
}
