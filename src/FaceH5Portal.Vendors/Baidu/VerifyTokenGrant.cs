namespace FaceH5Portal.Vendors.Baidu;

/// <summary>A verify_token, fresh from <c>verifyToken/generate</c> (Baidu H5人脸实名认证 接口文档, section 一、1.获取verify_token接口).</summary>
/// <param name="VerifyToken">The token: 24 letters and digits, usable for 2 hours, its results for 3 days after. A secret.</param>
/// <param name="CredentialId">Which app minted it: a short stable id that gives nothing away (the first 12 hex digits of the API key's SHA-256). Only this app can ask for the token's results.</param>
public sealed record VerifyTokenGrant(string VerifyToken, string CredentialId)
{
    /// <summary>Leaves the token out, so that logging a grant leaks nothing.</summary>
    /// <returns>The credential's id.</returns>
    public override string ToString() => $"{nameof(VerifyTokenGrant)} of {CredentialId}";
}
