using FaceH5Portal.Vendors.Http;
using Microsoft.Extensions.Options;

namespace FaceH5Portal.Vendors.Linkface;

/// <summary>Reports every wrong setting at once, by its key.</summary>
internal sealed class LinkfaceOptionsValidator : IValidateOptions<LinkfaceOptions>
{
    public ValidateOptionsResult Validate(string? name, LinkfaceOptions options) => SettingChecks.Report(
        SettingChecks.Address(Key(nameof(options.BaseUrl)), options.BaseUrl),
        SettingChecks.Wait(Key(nameof(options.CheckTimeout)), options.CheckTimeout, SettingChecks.ShortestTry, SettingChecks.LongestTry));

    private static string Key(string name) => $"{LinkfaceOptions.Section}:{name}";
}
