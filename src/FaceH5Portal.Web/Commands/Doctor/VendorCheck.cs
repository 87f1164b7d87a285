using System.Globalization;
using FaceH5Portal.Core.Checking;
using FaceH5Portal.Vendors.Baidu;
using FaceH5Portal.Web.Resources;
using Microsoft.Extensions.Localization;

namespace FaceH5Portal.Web.Commands.Doctor;

/// <summary>The vendor: reached, with keys that it takes, and by a clock that agrees. One access token is all that is asked for.</summary>
internal static class VendorCheck
{
    public static async Task<IReadOnlyList<DoctorFinding>> LookAsync(CommandPlace place, CancellationToken cancellationToken)
    {
        if (place.Settings.UsesSandbox)
            return [DoctorFinding.Good("Vendor", "The sandbox, which starts and stops with the portal.")];
        if (place.Keys is null || place.Settings.Missing.Count > 0)
            return [];
        await using var services = place.Open(readOnly: true, also => also.AddLocalization().AddBaiduFace(place.Builder.Configuration.GetSection("Vendors:Baidu")));
        var words = services.GetRequiredService<IStringLocalizer<Texts>>();
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");
        var (keys, permission, clock) = await services.GetRequiredService<VendorSetUp>().FindAppAsync(cancellationToken);
        return [.. new[] { keys, permission, clock }.Select(finding => Of(finding, words))];
    }

    private static DoctorFinding Of(SetUpFinding finding, IStringLocalizer<Texts> words) => new(
        finding.Step == SetUpStep.Clock ? "Clock" : "Vendor",
        finding.Mark switch { SetUpMark.Good => DoctorMark.Good, SetUpMark.Wrong => DoctorMark.Wrong, _ => DoctorMark.Advice },
        words[$"Check.{finding.Step}.{finding.Code}", finding.Detail ?? ""]);
}
