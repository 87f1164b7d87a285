using FaceH5Portal.Vendors.Http;
using Microsoft.Extensions.Options;

namespace FaceH5Portal.Vendors.Tencent;

/// <summary>Reports every wrong setting at once, by its key.</summary>
internal sealed class TencentOptionsValidator : IValidateOptions<TencentOptions>
{
    private const double WholeScale = 100;

    public ValidateOptionsResult Validate(string? name, TencentOptions options) => SettingChecks.Report(
        SettingChecks.Address(Key(nameof(options.BaseUrl)), options.BaseUrl),
        SettingChecks.Address(Key(nameof(options.LegacyBaseUrl)), options.LegacyBaseUrl),
        SettingChecks.Wait(Key(nameof(options.CheckTimeout)), options.CheckTimeout, SettingChecks.ShortestTry, SettingChecks.LongestTry),
        SettingChecks.Score(Key(nameof(options.RetiredThreshold)), options.RetiredThreshold, 1, WholeScale));

    private static string Key(string name) => $"{TencentOptions.Section}:{name}";
}
