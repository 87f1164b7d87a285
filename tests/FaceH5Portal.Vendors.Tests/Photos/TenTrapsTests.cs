using FaceH5Portal.Vendors.Photos;
using FaceH5Portal.Vendors.Photos.Codes;
using FaceH5Portal.Vendors.Tests.Support;

namespace FaceH5Portal.Vendors.Tests.Photos;

/// <summary>Where clients of these vendors fall. Traps 8 to 10 lie on the vendors' side; the sandbox's own tests walk into them.</summary>
public sealed class TenTrapsTests
{
    [Fact]
    public async Task Trap_1_a_comparison_that_succeeded_is_not_a_match()
    {
        var juhe = await PhotoBench.ReadAsync(
            PhotoVendor.Juhe, """{"error_code":0,"result":{"res":1,"score":"45.322943","message":"身份证号与姓名匹配，且比对成功"}}""");
        var linkface = await PhotoBench.ReadAsync(
            PhotoVendor.Linkface, """{"code":"0000","charge":1,"data":{"photo_result":1,"check_result":1,"certificate_score":9.000000000000002,"id_name_result":1}}""");
        Assert.Equal((PhotoOutcome.NoMatch, PhotoOutcome.NoMatch), (juhe.Outcome, linkface.Outcome));
    }

    [Fact]
    public async Task Trap_2_code_1000_is_no_success_at_Linkface()
    {
        const string Data = """{"photo_result":1,"check_result":1,"certificate_score":99,"id_name_result":1}""";
        Assert.Equal(PhotoOutcome.ProviderError, (await PhotoBench.ReadAsync(PhotoVendor.Linkface, $$"""{"code":"1000","data":{{Data}}}""")).Outcome);
        Assert.Equal(PhotoOutcome.Match, (await PhotoBench.ReadAsync(PhotoVendor.Linkface, $$"""{"code":"0000","data":{{Data}}}""")).Outcome);
    }

    [Fact]
    public void Trap_3_one_number_means_another_thing_at_every_vendor()
    {
        Assert.Equal(PhotoOutcome.PhotoUnusable, PhotoCodes.Of(PhotoVendor.Juhe, "3004").Outcome);
        Assert.All((PhotoVendor[])[PhotoVendor.TencentLegacy, PhotoVendor.TencentV2, PhotoVendor.Linkface], vendor => Assert.False(PhotoCodes.Of(vendor, "3004").IsListed));
        Assert.False(PhotoCodes.Of(PhotoVendor.Juhe, "1004").IsListed);
    }

    [Fact]
    public async Task Trap_4_a_score_stands_on_the_scale_that_was_asked_for()
    {
        const string Body = """{"error_code":0,"result":{"res":1,"score":"96"}}""";
        var thousandth = await PhotoBench.ReadAsync(PhotoVendor.Juhe, Body, ("Juhe:Thousand", "true"));
        Assert.Equal((PhotoOutcome.NoMatch, 1000), (thousandth.Outcome, thousandth.Scale));
        Assert.Equal(PhotoOutcome.Match, (await PhotoBench.ReadAsync(PhotoVendor.Juhe, Body)).Outcome);
    }

    [Fact]
    public async Task Trap_5_each_score_keeps_its_own_vendor_s_mark()
    {
        var marks = new Dictionary<PhotoVendor, double?>
        {
            [PhotoVendor.Juhe] = (await PhotoBench.ReadAsync(PhotoVendor.Juhe, """{"error_code":0,"result":{"res":1,"score":"65"}}""")).Threshold,
            [PhotoVendor.TencentLegacy] = (await PhotoBench.ReadAsync(PhotoVendor.TencentLegacy, """{"code":0,"data":{"similarity":65}}""")).Threshold,
            [PhotoVendor.TencentV2] = (await PhotoBench.ReadAsync(PhotoVendor.TencentV2, """{"Response":{"Result":"FailedOperation.CompareLowSimilarity","Sim":65}}""")).Threshold,
            [PhotoVendor.Linkface] = (await PhotoBench.ReadAsync(
                PhotoVendor.Linkface, """{"code":"0000","data":{"photo_result":1,"check_result":1,"certificate_score":65,"id_name_result":1}}""")).Threshold,
        };
        Assert.Equal([60.0, 75.0, 70.0, 45.0], marks.OrderBy(mark => mark.Key).Select(mark => mark.Value!.Value));
    }

    [Fact]
    public async Task Trap_6_Tencent_tells_failures_in_the_shape_of_success()
    {
        var failed = await PhotoBench.ReadAsync(PhotoVendor.TencentV2, """{"Response":{"Result":"FailedOperation.CompareLowSimilarity","Sim":26.04}}""");
        var refused = await PhotoBench.ReadAsync(PhotoVendor.TencentV2, """{"Response":{"Error":{"Code":"AuthFailure.SignatureFailure","Message":"x"}}}""");
        Assert.Equal((PhotoOutcome.NoMatch, PhotoOutcome.ProviderError), (failed.Outcome, refused.Outcome));
    }

    [Theory]
    [InlineData(PhotoVendor.Juhe, """{"error_code":0,"result":{"res":2,"code":"3003"}}""", VendorCharged.Yes)]
    [InlineData(PhotoVendor.Juhe, """{"error_code":0,"result":{"res":3}}""", VendorCharged.Yes)]
    [InlineData(PhotoVendor.TencentV2, """{"Response":{"Result":"FailedOperation.IdNameMisMatch","Sim":0}}""", VendorCharged.Yes)]
    [InlineData(PhotoVendor.TencentV2, """{"Response":{"Result":"FailedOperation.CoveredFace","Sim":0}}""", VendorCharged.No)]
    [InlineData(PhotoVendor.Linkface, """{"code":"0000","charge":2,"data":{"check_result":2}}""", VendorCharged.No)]
    [InlineData(PhotoVendor.Linkface, """{"code":"0000","charge":1,"data":{"check_result":2}}""", VendorCharged.Yes)]
    public async Task Trap_7_a_verdict_against_the_person_can_be_charged(PhotoVendor vendor, string body, VendorCharged charged) =>
        Assert.Equal(charged, (await PhotoBench.ReadAsync(vendor, body)).Charged);

    [Fact]
    public async Task Trap_9_our_own_parts_have_types_and_names_that_every_server_takes()
    {
        using var bench = PhotoBench.WithStub();
        bench.Stub.Plan(PhotoBench.PathOf(PhotoVendor.TencentLegacy), "{}");
        await bench.CheckAsync(PhotoVendor.TencentLegacy);
        string body = Assert.Single(bench.Stub.Calls).Body;
        Assert.Contains("name=\"image\"; filename=\"photo.jpg\"", body, StringComparison.Ordinal);
        Assert.DoesNotContain("name=\"appid\"; filename", body, StringComparison.Ordinal);
    }
}
