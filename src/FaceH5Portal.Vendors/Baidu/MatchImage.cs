namespace FaceH5Portal.Vendors.Baidu;

/// <summary>A portrait to compare with (Baidu H5人脸实名认证 接口文档, section 一、3.对比图片上传接口).</summary>
/// <param name="Bytes">The image file, JPEG or PNG: smaller than 1920×1080 pixels, at most <see cref="BaiduLimits.MaxEncodedImageBytes"/> once base64-encoded.</param>
/// <param name="QualityControl">How good the image must be: <c>NONE</c> (the vendor's default when null), <c>LOW</c>, <c>NORMAL</c>, <c>HIGH</c>.</param>
/// <param name="LivenessControl">How surely it must show a live person; the same four values.</param>
public sealed record MatchImage(byte[] Bytes, string? QualityControl, string? LivenessControl);
