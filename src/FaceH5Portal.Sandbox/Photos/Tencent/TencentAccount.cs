namespace FaceH5Portal.Sandbox.Photos.Tencent;

/// <summary>The account of the pretended console.</summary>
internal static class TencentAccount
{
    public const string AppId = "1250000000";
    public const string SecretId = "AKIDTESTSECRETID0000";
    public const string SecretKey = "TESTSECRETKEY0000";
}
