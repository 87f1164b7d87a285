namespace FaceH5Portal.Vendors.Baidu;

/// <summary>How many calls ended with one code (Baidu H5人脸实名认证 接口文档, section 二、3.查询统计结果).</summary>
/// <param name="Code">The raw code as text, <c>0</c> for success, however the vendor wrote it; see <see cref="BaiduCodes"/>.</param>
/// <param name="Count">How many calls, from 0.</param>
public sealed record CodeCount(string Code, int Count);
