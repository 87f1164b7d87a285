namespace FaceH5Portal.Vendors.Baidu;

/// <summary>The identity the person typed or confirmed, <c>idcard_confirm</c> (Baidu H5人脸实名认证 接口文档, sections 二、2 and 二、5).</summary>
/// <param name="Name">The name; null when the vendor sent none.</param>
/// <param name="Number">The certificate's number; null when the vendor sent none.</param>
/// <param name="CertificateType">The certificate type as the vendor wrote it, <c>0</c> for a mainland ID card; see <see cref="SubmittedIdentity.CertificateType"/>. Null when absent, as in <c>result/detail</c>.</param>
public sealed record ConfirmedIdentity(string? Name, string? Number, string? CertificateType)
{
    /// <summary>Leaves the person out, so that logging leaks nothing.</summary>
    /// <returns>The type's name.</returns>
    public override string ToString() => nameof(ConfirmedIdentity);
}
