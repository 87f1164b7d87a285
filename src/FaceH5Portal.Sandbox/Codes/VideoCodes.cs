namespace FaceH5Portal.Sandbox.Codes;

/// <summary>The family of video liveness, where a recorded video takes the place of the live check.</summary>
internal static class VideoCodes
{
    public static IReadOnlyList<VerdictCode> All { get; } =
    [
        new(216430, "人脸服务异常", "The face service failed"),
        new(216431, "语音识别服务异常", "The speech service failed"),
        new(216432, "视频解析服务调用失败", "The video service cannot be reached"),
        new(216433, "视频解析服务发生错误", "The video service failed"),
        new(216434, "视频活体检测未通过", "The video was not taken from life"),
        new(216500, "验证码位数错误", "The code has the wrong length"),
        new(216501, "没有找到人脸", "No face was found"),
        new(216502, "当前会话已失效", "The session has ended"),
        new(216503, "视频会话数据异常", "The video session is damaged"),
        new(216504, "视频会话数据异常", "The video session is damaged"),
        new(216505, "视频会话存储失败", "The video session cannot be stored"),
        new(216506, "视频会话存储失败", "The video session cannot be stored"),
        new(216507, "视频中有多张人脸", "More than one face is in the video"),
        new(216508, "没有找到视频信息", "The video cannot be read"),
        new(216509, "视频中的声音无法识别", "The sound of the video was not recognised"),
        new(216510, "视频格式或时长不符合要求", "The video has the wrong format or length"),
        new(216908, "视频中人脸质量过低", "The face in the video is not good enough"),
    ];
}
