namespace FaceH5Portal.Vendors.Baidu;

/// <summary>
/// How often the services behind one verify_token answered what (Baidu H5人脸实名认证 接口文档, section 二、3.查询统计结果).
/// It informs; the bill is <see cref="VerificationRecord"/>.
/// </summary>
/// <param name="Services">Each service once, in the vendor's order. A service the vendor left out is not here; one it named without calls has no counts.</param>
public sealed record VerificationStatistics(IReadOnlyList<ServiceCalls> Services);
