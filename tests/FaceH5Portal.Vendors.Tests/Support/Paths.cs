namespace FaceH5Portal.Vendors.Tests.Support;

/// <summary>The vendor's paths, written out again so that a typo in the product does not agree with itself.</summary>
internal static class Paths
{
    public const string Token = "/oauth/2.0/token";
    public const string Generate = "/rpc/2.0/brain/solution/faceprint/verifyToken/generate";
    public const string Submit = "/rpc/2.0/brain/solution/faceprint/idcard/submit";
    public const string Upload = "/rpc/2.0/brain/solution/faceprint/uploadMatchImage";
    public const string Simple = "/rpc/2.0/brain/solution/faceprint/result/simple";
    public const string Detail = "/rpc/2.0/brain/solution/faceprint/result/detail";
    public const string Stat = "/rpc/2.0/brain/solution/faceprint/result/stat";
    public const string Media = "/rpc/2.0/brain/solution/faceprint/result/media/query";
    public const string GetAll = "/rpc/2.0/brain/solution/faceprint/result/getall";
}
