using FaceH5Portal.Core.Checking;
using FaceH5Portal.Vendors.Photos;
using FaceH5Portal.Web.Resources;
using Microsoft.Extensions.Localization;

namespace FaceH5Portal.Web.Commands.Doctor;

/// <summary>Puts what was found into the language of the shell.</summary>
internal sealed class DoctorWords(IStringLocalizer<Texts> texts)
{
    public DoctorFinding Of(DoctorCode code, params object[] values)
    {
        var (part, mark) = DoctorCodes.Meaning[code];
        return new DoctorFinding(NameOf(part), mark, texts[$"Doctor.{code}", values], mark == DoctorMark.Good ? null : texts[$"DoctorRemedy.{code}", values].Value);
    }

    /// <summary>In the words of the plans' set-up check, which hold the remedy.</summary>
    public DoctorFinding Of(SetUpFinding finding) => new(
        NameOf(finding.Step == SetUpStep.Clock ? DoctorPart.Clock : DoctorPart.Vendor),
        finding.Mark switch { SetUpMark.Good => DoctorMark.Good, SetUpMark.Wrong => DoctorMark.Wrong, _ => DoctorMark.Advice },
        texts[$"Check.{finding.Step}.{finding.Code}", finding.Detail ?? ""]);

    public string NameOf(PhotoVendor vendor) => texts[$"PhotoVendor.{vendor}"];

    private string NameOf(DoctorPart part) => texts[$"DoctorPart.{part}"];
}
