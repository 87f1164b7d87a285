namespace FaceH5Portal.Vendors.Baidu;

/// <summary>Where the captured face is (Baidu H5人脸实名认证 接口文档, section 二、1.获取认证人脸接口).</summary>
/// <param name="ImageUrl">The address as the vendor gave it, answered to a plain GET for 3 days. It holds the verify_token: never log it.</param>
public sealed record CapturedFace(string ImageUrl)
{
    /// <summary>Leaves the address out, for it holds the token.</summary>
    /// <returns>The type's name.</returns>
    public override string ToString() => nameof(CapturedFace);
}
