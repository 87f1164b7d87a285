using FaceH5Portal.Vendors.Baidu;

namespace FaceH5Portal.Vendors.Tests.Baidu;

public sealed class BaiduCodesTests
{
    [Theory]
    [InlineData("0", BaiduCodeFamily.Passed)]
    [InlineData("222351", BaiduCodeFamily.IdentityMismatch)]
    [InlineData("222354", BaiduCodeFamily.IdentityNotFound)]
    [InlineData("222352", BaiduCodeFamily.IdentityFormat)]
    [InlineData("222038", BaiduCodeFamily.IdentityFormat)]
    [InlineData("222350", BaiduCodeFamily.NoPortraitOnFile)]
    [InlineData("222360", BaiduCodeFamily.NoMatch)]
    [InlineData("222356", BaiduCodeFamily.FaceQuality)]
    [InlineData("222202", BaiduCodeFamily.FaceQuality)]
    [InlineData("223113", BaiduCodeFamily.FaceQuality)]
    [InlineData("223120", BaiduCodeFamily.LivenessFailed)]
    [InlineData("216501", BaiduCodeFamily.LivenessFailed)]
    [InlineData("216434", BaiduCodeFamily.LivenessFailed)]
    [InlineData("216908", BaiduCodeFamily.LivenessFailed)]
    [InlineData("223051", BaiduCodeFamily.LivenessFailed)]
    [InlineData("800002", BaiduCodeFamily.LivenessFailed)]
    [InlineData("283507", BaiduCodeFamily.LivenessFailed)]
    [InlineData("223131", BaiduCodeFamily.SyntheticImage)]
    [InlineData("4", BaiduCodeFamily.ServiceUnavailable)]
    [InlineData("222361", BaiduCodeFamily.ServiceUnavailable)]
    [InlineData("283436", BaiduCodeFamily.ServiceUnavailable)]
    [InlineData("283450", BaiduCodeFamily.NotStarted)]
    [InlineData("283451", BaiduCodeFamily.InProgress)]
    [InlineData("283437", BaiduCodeFamily.TokenDead)]
    [InlineData("283455", BaiduCodeFamily.OutsideWindow)]
    [InlineData("18", BaiduCodeFamily.SetUpFault)]
    [InlineData("283400", BaiduCodeFamily.SetUpFault)]
    [InlineData("110", BaiduCodeFamily.AccessToken)]
    [InlineData("222304", BaiduCodeFamily.ImageRejected)]
    [InlineData("283513", BaiduCodeFamily.InvalidRequest)]
    [InlineData("999999", BaiduCodeFamily.Unknown)]
    [InlineData("no-credentials", BaiduCodeFamily.Unknown)]
    [InlineData("", BaiduCodeFamily.Unknown)]
    [InlineData(null, BaiduCodeFamily.Unknown)]
    public void Every_code_has_its_family(string? code, BaiduCodeFamily family) => Assert.Equal(family, BaiduCodes.FamilyOf(code));

    [Theory]
    [InlineData("0")]
    [InlineData("222351")]
    [InlineData("222361")]
    [InlineData("223120")]
    [InlineData("283507")]
    [InlineData("222999")]
    public void A_verdict_is_about_the_person(string code) => Assert.True(BaiduCodes.IsVerdict(code));

    [Theory]
    [InlineData("2")]
    [InlineData("18")]
    [InlineData("110")]
    [InlineData("283437")]
    [InlineData("283450")]
    [InlineData("283512")]
    [InlineData("283999")]
    [InlineData("abc")]
    [InlineData(null)]
    public void A_request_that_failed_says_nothing_about_the_person(string? code) => Assert.False(BaiduCodes.IsVerdict(code));
}
