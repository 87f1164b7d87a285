namespace FaceH5Portal.Vendors.Baidu;

/// <summary>Whom Baidu shall expect (Baidu H5人脸实名认证 接口文档, section 一、2.指定用户信息上报接口).</summary>
/// <param name="Name">The name on the certificate (<c>id_name</c>).</param>
/// <param name="Number">The certificate's number (<c>id_no</c>).</param>
/// <param name="CertificateType">0 mainland ID card, 1 mainland travel permit of Hong Kong, Macao and Taiwan residents, 2 foreigner's permanent residence card, 3 passport of a Chinese citizen living abroad, 4 residence permit of Hong Kong, Macao and Taiwan residents, 5 mainland travel permit of Hong Kong and Macao residents (non-Chinese).</param>
public sealed record SubmittedIdentity(string Name, string Number, int CertificateType)
{
    /// <summary>Leaves the person out, so that logging leaks nothing.</summary>
    /// <returns>The certificate type.</returns>
    public override string ToString() => $"{nameof(SubmittedIdentity)} of type {CertificateType}";
}
