using System.Globalization;
using FaceH5Portal.Core.Subjects;
using FaceH5Portal.Vendors.Baidu;

namespace FaceH5Portal.Core.Harvesting;

/// <summary>Learns who the person is where the plan lets them say so on the vendor's page.</summary>
public sealed class GivenIdentity(SubjectVault subjects)
{
    public void Learn(TokenFile file, VerificationRecord record)
    {
        if (!file.Session.Terms.TakesIdentityOnPage || Told(record) is not { } identity)
            return;
        // Who passed is the person; who failed may have typed anything, so a later pass corrects it.
        if (file.Subject.NumberIndex is null || record.Attempts.Any(attempt => attempt.Passed))
            subjects.Describe(file.Subject, IdentityRules.Tidy(identity));
    }

    private static Identity? Told(VerificationRecord record) =>
        (record.Attempts.LastOrDefault(attempt => attempt.Passed) ?? (record.Attempts is [.., var last] ? last : null))?.Confirmed
            is { Name: { Length: > 0 } name, Number: { Length: > 0 } number } told
            ? new Identity(name, number, TypeOf(told.CertificateType))
            : null;

    private static CertificateType TypeOf(string? word) =>
        int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && Enum.IsDefined((CertificateType)number)
            ? (CertificateType)number : CertificateType.ResidentIdCard;
}
