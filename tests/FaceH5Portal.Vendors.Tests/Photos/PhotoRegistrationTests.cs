using FaceH5Portal.Vendors.Photos;
using FaceH5Portal.Vendors.Tests.Support;
using Microsoft.Extensions.Options;

namespace FaceH5Portal.Vendors.Tests.Photos;

public sealed class PhotoRegistrationTests
{
    [Fact]
    public void The_container_has_every_vendor_once_in_all_and_under_its_key()
    {
        using var bench = PhotoBench.WithStub();
        Assert.Equal(Enum.GetValues<PhotoVendor>(), bench.All.Select(client => client.Vendor));
        Assert.All(bench.All, client => Assert.Same(client, bench.Client(client.Vendor)));
    }

    [Theory]
    [InlineData("Juhe:BaseUrl", "ftp://apis.juhe.cn")]
    [InlineData("Juhe:MatchFrom", "101")]
    [InlineData("Tencent:BaseUrl", "http://faceid.tencentcloudapi.com")]
    [InlineData("Tencent:LegacyBaseUrl", "https://recognition.image.myqcloud.com?a=b")]
    [InlineData("Linkface:CheckTimeout", "00:02:01")]
    public async Task A_wrong_setting_is_told_by_its_key(string key, string value)
    {
        using var bench = PhotoBench.WithStub((key, value));
        var vendor = key.StartsWith("Juhe", StringComparison.Ordinal) ? PhotoVendor.Juhe
            : key.StartsWith("Linkface", StringComparison.Ordinal) ? PhotoVendor.Linkface
            : key.Contains("Legacy", StringComparison.Ordinal) ? PhotoVendor.TencentLegacy : PhotoVendor.TencentV2;
        var error = await Assert.ThrowsAsync<OptionsValidationException>(() => bench.CheckAsync(vendor));
        Assert.Contains("Vendors:" + key, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(PhotoVendor.Juhe, "Juhe:Key")]
    [InlineData(PhotoVendor.Juhe, "Juhe:OpenId")]
    [InlineData(PhotoVendor.TencentLegacy, "Tencent:UseRetired")]
    [InlineData(PhotoVendor.TencentLegacy, "Tencent:AppId")]
    [InlineData(PhotoVendor.TencentV2, "Tencent:SecretKey")]
    [InlineData(PhotoVendor.Linkface, "Linkface:ApiSecret")]
    public async Task Without_its_keys_a_vendor_is_not_asked(PhotoVendor vendor, string key)
    {
        using var bench = PhotoBench.WithStub((key, key == "Tencent:UseRetired" ? "false" : " "));
        var result = await bench.CheckAsync(vendor);
        Assert.Equal((PhotoOutcome.ProviderError, PhotoErrorKind.Config, "no-credentials", VendorCharged.No), (result.Outcome, result.ErrorKind, result.Code, result.Charged));
        Assert.Equal(["Vendors:" + key], bench.Client(vendor).MissingSettings);
        Assert.Empty(bench.Stub.Calls);
    }
}
