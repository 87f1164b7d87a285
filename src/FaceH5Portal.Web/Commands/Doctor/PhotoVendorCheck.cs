using FaceH5Portal.Core.Checking;
using FaceH5Portal.Vendors;
using FaceH5Portal.Vendors.Photos;
using FaceH5Portal.Web.Hosting.Settings;
using Microsoft.Extensions.Options;

namespace FaceH5Portal.Web.Commands.Doctor;

/// <summary>The photo vendors that are set: with all of their keys, reached, and by a clock that agrees. Nothing that costs is sent.</summary>
internal static class PhotoVendorCheck
{
    private const string RetiredSwitch = "Vendors:Tencent:UseRetired";

    public static async Task<IReadOnlyList<DoctorFinding>> LookAsync(CommandPlace place, DoctorWords words, CancellationToken cancellationToken)
    {
        if (place.Settings.UsesSandbox)
            return [];
        await using var services = new ServiceCollection().AddLogging().AddPhotoVendors(place.Builder.Configuration).BuildServiceProvider();
        try
        {
            var reach = services.GetRequiredService<IPhotoReach>();
            var looks = services.GetServices<IPhotoCheckClient>().Where(client => !client.MissingSettings.Contains(RetiredSwitch))
                .Select(async client => Keys(client, place, words) ?? [await ReachAsync(reach, client.Vendor, words, cancellationToken)]);
            return [.. (await Task.WhenAll(looks)).SelectMany(found => found)];
        }
        catch (OptionsValidationException refusal)
        {
            return [.. refusal.Failures.Select(failure => words.Of(DoctorCode.SettingWrong, failure))];
        }
    }

    /// <summary>Null where all are set. Without any the vendor is not wanted; with some, somebody forgot the others.</summary>
    private static IReadOnlyList<DoctorFinding>? Keys(IPhotoCheckClient client, CommandPlace place, DoctorWords words)
    {
        var name = words.NameOf(client.Vendor);
        if (client.MissingSettings is not [var first, ..] missing)
            return null;
        var section = first[..(first.LastIndexOf(':') + 1)];
        var hasSome = SettingsCatalogue.All.Any(known => known.IsSecret && known.Title.StartsWith(section, StringComparison.Ordinal)
            && !string.IsNullOrWhiteSpace(place.Builder.Configuration[known.Title]));
        return hasSome
            ? [.. missing.Select(setting => words.Of(DoctorCode.PhotoKeyMissing, name, setting, SettingsCheck.Variable(setting)))]
            : [words.Of(DoctorCode.PhotoNotOffered, name)];
    }

    private static async Task<DoctorFinding> ReachAsync(IPhotoReach reach, PhotoVendor vendor, DoctorWords words, CancellationToken cancellationToken)
    {
        var (name, answer) = (words.NameOf(vendor), await reach.LookAsync(vendor, cancellationToken));
        if (answer.Value is not { } reached)
            return words.Of(DoctorCode.PhotoUnreachable, name, answer.Fault!.Code ?? answer.Fault.Kind.ToString());
        return VendorSetUp.ClockOf(reached.ClockAhead) is { Mark: SetUpMark.Wrong, Detail: { } seconds }
            ? words.Of(DoctorCode.PhotoClock, name, seconds)
            : words.Of(DoctorCode.PhotoReached, name, reached.Host);
    }
}
