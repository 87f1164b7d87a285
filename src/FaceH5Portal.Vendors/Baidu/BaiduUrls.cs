namespace FaceH5Portal.Vendors.Baidu;

/// <summary>Baidu's paths (Baidu H5人脸实名认证 接口文档, the 请求URL of each section).</summary>
internal static class BaiduUrls
{
    private const string Solution = "/rpc/2.0/brain/solution/faceprint";

    public const string AccessToken = "/oauth/2.0/token";
    public const string Generate = Solution + "/verifyToken/generate";
    public const string SubmitIdentity = Solution + "/idcard/submit";
    public const string UploadMatchImage = Solution + "/uploadMatchImage";
    public const string Simple = Solution + "/result/simple";
    public const string Detail = Solution + "/result/detail";
    public const string Stat = Solution + "/result/stat";
    public const string Media = Solution + "/result/media/query";
    public const string GetAll = Solution + "/result/getall";
    public const string CapturePage = "/face/print/";
}
