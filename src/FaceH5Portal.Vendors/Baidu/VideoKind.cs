namespace FaceH5Portal.Vendors.Baidu;

/// <summary>How a video of the capture came to be (Baidu H5人脸实名认证 接口文档, section 二、4.实时方案视频获取).</summary>
public enum VideoKind
{
    /// <summary><c>processVideo</c>: recorded while a real-time check ran (实时炫瞳, 实时动作, 实时静默).</summary>
    Live,

    /// <summary><c>video</c>: recorded first and checked afterwards (数字, 动作, 视频, 图片), also after a downgrade.</summary>
    Recorded,
}
