namespace FaceH5Portal.Vendors.Baidu;

/// <summary>The calls of one service, by the code they ended with (Baidu H5人脸实名认证 接口文档, section 二、3.查询统计结果).</summary>
/// <param name="Service">One of <see cref="BaiduServices"/>, whatever the vendor's version calls it, or the vendor's own word for a service nobody told us about.</param>
/// <param name="Counts">One entry per code, in the vendor's order; empty when the service was not called.</param>
public sealed record ServiceCalls(string Service, IReadOnlyList<CodeCount> Counts);
