namespace FaceH5Portal.Vendors.Baidu;

/// <summary>
/// Where the recordings of the last attempt are (Baidu H5人脸实名认证 接口文档, section 二、4.实时方案视频获取).
/// Everything is empty where the account or the plan does not record; the files live 1 day (<see cref="BaiduLimits.VideoLife"/>).
/// </summary>
/// <param name="Videos">The documents promise one at most; more are kept, an address given twice is kept once.</param>
/// <param name="ImageUrls">Usually four pictures of the face, in the vendor's order, as it wrote them: often plain http, sometimes not absolute. They may lead to the person: never log them.</param>
/// <param name="ExtInfo">What went wrong while the video was processed, in the vendor's words; null when nothing did.</param>
public sealed record CapturedMedia(IReadOnlyList<CapturedVideo> Videos, IReadOnlyList<string> ImageUrls, string? ExtInfo)
{
    /// <summary>Leaves the addresses out, for they lead to the person.</summary>
    /// <returns>How many there are.</returns>
    public override string ToString() => $"{nameof(CapturedMedia)}: {Videos.Count} videos, {ImageUrls.Count} images";
}
