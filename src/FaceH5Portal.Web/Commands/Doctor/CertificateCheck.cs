using System.Net.Security;
using FaceH5Portal.Core.Alarming.Rules;
using FaceH5Portal.Web.Alarms;

namespace FaceH5Portal.Web.Commands.Doctor;

/// <summary>The certificates that the portal is to serve, and the one that whoever opens its public address is shown.</summary>
internal static class CertificateCheck
{
    public static async Task<IReadOnlyList<DoctorFinding>> LookAsync(CommandPlace place, DoctorWords words, DateTime nowUtc, CancellationToken cancellationToken)
    {
        var own = new OwnEndings(place.Builder.Configuration, place.Builder.Environment).Certificates()
            .Select(certificate => certificate.EndUtc is { } end ? ByEnd(words, certificate.What, end, nowUtc) : words.Of(DoctorCode.CertificateUnreadable, certificate.What));
        var address = place.Settings.PublicBaseUrl;
        return address.Scheme == Uri.UriSchemeHttps
            ? [.. own, Of(words, $"{address.IdnHost}:{address.Port}", await ServedCertificate.AskAsync(address, cancellationToken), nowUtc)]
            : [.. own];
    }

    internal static DoctorFinding Of(DoctorWords words, string address, ServedCertificate? served, DateTime nowUtc) => served switch
    {
        null => words.Of(DoctorCode.CertificateNotShown, address),
        // One that is over is trusted by nobody either.
        { EndUtc: var end } when end <= nowUtc => ByEnd(words, address, end, nowUtc),
        { Faults: var faults } when faults.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch) => words.Of(DoctorCode.CertificateOfAnother, address),
        { Faults: not SslPolicyErrors.None } => words.Of(DoctorCode.CertificateUntrusted, address),
        { EndUtc: var end } => ByEnd(words, address, end, nowUtc),
    };

    private static DoctorFinding ByEnd(DoctorWords words, string what, DateTime endUtc, DateTime nowUtc) => words.Of(
        endUtc <= nowUtc ? DoctorCode.CertificateOver : endUtc < nowUtc.AddDays(Ending.SoonDays) ? DoctorCode.CertificateEnds : DoctorCode.CertificateGood,
        what, $"{endUtc:u}");
}
