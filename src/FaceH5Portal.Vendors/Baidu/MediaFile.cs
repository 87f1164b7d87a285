namespace FaceH5Portal.Vendors.Baidu;

/// <summary>A downloaded image or video (Baidu H5人脸实名认证 接口文档, sections 二、1, 二、4 and 二、5).</summary>
/// <param name="Bytes">The file, never empty, at most <see cref="BaiduLimits.MaxMediaBytes"/>.</param>
/// <param name="MediaType">What its first bytes say it is, e.g. <c>image/jpeg</c> or <c>video/mp4</c>; the vendor's own header is not trusted.</param>
public sealed record MediaFile(byte[] Bytes, string MediaType);
