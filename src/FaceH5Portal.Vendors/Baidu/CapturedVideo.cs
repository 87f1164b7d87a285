namespace FaceH5Portal.Vendors.Baidu;

/// <summary>One video of the capture (Baidu H5人脸实名认证 接口文档, section 二、4.实时方案视频获取).</summary>
/// <param name="Url">Its address as the vendor wrote it, often plain http; good for 1 day. It leads to the person: never log it.</param>
/// <param name="Kind">Of which kind of check it is.</param>
public sealed record CapturedVideo(string Url, VideoKind Kind)
{
    /// <summary>Leaves the address out, for it leads to the person.</summary>
    /// <returns>The kind.</returns>
    public override string ToString() => $"{nameof(CapturedVideo)}: {Kind}";
}
