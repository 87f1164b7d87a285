using FaceH5Portal.Core.Checking;
using FaceH5Portal.Vendors.Baidu;
using Microsoft.Extensions.Options;

namespace FaceH5Portal.Web.Commands.Doctor;

/// <summary>The vendor: reached, with keys that it takes, and by a clock that agrees. One access token is all that is asked for.</summary>
internal static class VendorCheck
{
    public static async Task<IReadOnlyList<DoctorFinding>> LookAsync(CommandPlace place, DoctorWords words, CancellationToken cancellationToken)
    {
        if (place.Settings.UsesSandbox)
            return [words.Of(DoctorCode.SandboxIsVendor)];
        if (place.Keys is null || place.Settings.Missing.Count > 0)
            return [];
        await using var services = place.Open(readOnly: true, also => also.AddBaiduFace(place.Builder.Configuration.GetSection("Vendors:Baidu")));
        try
        {
            var (keys, permission, clock) = await services.GetRequiredService<VendorSetUp>().FindAppAsync(cancellationToken);
            return [words.Of(keys), words.Of(permission), words.Of(clock)];
        }
        catch (OptionsValidationException refusal)
        {
            return [.. refusal.Failures.Select(failure => words.Of(DoctorCode.SettingWrong, failure))];
        }
    }
}
