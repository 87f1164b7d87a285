using FaceH5Portal.Vendors.Http;
using Microsoft.Extensions.Options;

namespace FaceH5Portal.Vendors.Juhe;

/// <summary>Reports every wrong setting at once, by its key.</summary>
internal sealed class JuheOptionsValidator : IValidateOptions<JuheOptions>
{
    private const double WholeScale = 100;

    public ValidateOptionsResult Validate(string? name, JuheOptions options) => SettingChecks.Report(
        SettingChecks.AddressOfEitherKind(Key(nameof(options.BaseUrl)), options.BaseUrl),
        SettingChecks.Wait(Key(nameof(options.CheckTimeout)), options.CheckTimeout, SettingChecks.ShortestTry, SettingChecks.LongestTry),
        SettingChecks.Score(Key(nameof(options.MatchFrom)), options.MatchFrom, 1, WholeScale),
        SettingChecks.Score(Key(nameof(options.UncertainFrom)), options.UncertainFrom, 0, WholeScale));

    private static string Key(string name) => $"{JuheOptions.Section}:{name}";
}
