using FaceH5Portal.Vendors.Photos;
using FaceH5Portal.Vendors.Photos.Codes;
using FaceH5Portal.Vendors.Tests.Support;

namespace FaceH5Portal.Vendors.Tests.Photos;

/// <summary>The clients and the pretended vendors share no code, so agreeing here means something.</summary>
public sealed class PhotoSandboxTests : IAsyncLifetime
{
    private LiveSandbox _sandbox = null!;
    private PhotoBench _bench = null!;

    public static TheoryData<PhotoVendor> Vendors => [.. Enum.GetValues<PhotoVendor>()];

    public async Task InitializeAsync()
    {
        _sandbox = await LiveSandbox.StartAsync();
        _bench = PhotoBench.Against(_sandbox.Url, _sandbox.Clock);
    }

    public async Task DisposeAsync()
    {
        _bench.Dispose();
        await _sandbox.DisposeAsync();
    }

    [Theory]
    [MemberData(nameof(Vendors))]
    public async Task A_person_matches_and_it_is_on_the_bill(PhotoVendor vendor)
    {
        var result = await _bench.CheckAsync(vendor);
        Assert.Equal(PhotoOutcome.Match, result.Outcome);
        Assert.True(result.Score > result.Threshold);
        Assert.Equal((PhotoWords.Key(vendor), "success", true), Assert.Single(await _sandbox.PhotoBooksAsync()));
    }

    [Fact]
    public async Task Plain_and_in_thousandths_Juhe_answers_too()
    {
        using var bench = PhotoBench.Against(_sandbox.Url, _sandbox.Clock, ("Juhe:SendPlain", "true"), ("Juhe:Thousand", "true"));
        var result = await bench.CheckAsync(PhotoVendor.Juhe, "测试score59.9");
        Assert.Equal((PhotoOutcome.NoMatch, 599, 1000, 600), (result.Outcome, result.Score, result.Scale, result.Threshold));
    }

    [Theory]
    [MemberData(nameof(Vendors))]
    public async Task Every_listed_code_can_be_brought_about_and_means_the_same_on_both_sides(PhotoVendor vendor)
    {
        foreach (var entry in PhotoCodes.Listed(vendor).Where(entry => !entry.Code.Contains("=1", StringComparison.Ordinal) && entry.Code is not ("0" or "Success")))
        {
            var result = await _bench.CheckAsync(vendor, "测试" + PhotoWords.Magic(entry.Code));
            Assert.Equal((entry.Code, entry.Outcome, entry.ErrorKind, entry.RetryWith), (entry.Code, result.Outcome, result.ErrorKind, result.RetryWith));
            bool booked = (await _sandbox.PhotoBooksAsync())[^1].Charged;
            if (result.Charged != VendorCharged.Unknown)
                Assert.Equal((entry.Code, booked), (entry.Code, result.Charged == VendorCharged.Yes));
        }
    }

    [Theory]
    [InlineData(PhotoVendor.Juhe, "Juhe:Key", "10001")]
    [InlineData(PhotoVendor.Juhe, "Juhe:OpenId", "10004")]
    [InlineData(PhotoVendor.TencentLegacy, "Tencent:SecretKey", "14")]
    [InlineData(PhotoVendor.TencentLegacy, "Tencent:SecretId", "11")]
    [InlineData(PhotoVendor.TencentLegacy, "Tencent:AppId", "10")]
    [InlineData(PhotoVendor.TencentV2, "Tencent:SecretKey", "AuthFailure.SignatureFailure")]
    [InlineData(PhotoVendor.TencentV2, "Tencent:SecretId", "AuthFailure.SecretIdNotFound")]
    [InlineData(PhotoVendor.Linkface, "Linkface:ApiSecret", "1000")]
    [InlineData(PhotoVendor.Linkface, "Linkface:ApiId", "1007")]
    public async Task A_wrong_key_is_refused_with_the_vendor_s_own_code_and_nothing_is_charged(PhotoVendor vendor, string setting, string code)
    {
        using var bench = PhotoBench.Against(_sandbox.Url, _sandbox.Clock, (setting, "wrong"));
        var result = await bench.CheckAsync(vendor);
        Assert.Equal((PhotoOutcome.ProviderError, PhotoErrorKind.Config, code), (result.Outcome, result.ErrorKind, result.Code));
        Assert.False((await _sandbox.PhotoBooksAsync())[^1].Charged);
    }

    [Fact]
    public async Task Signatures_grow_old()
    {
        using var bench = PhotoBench.Against(_sandbox.Url, TimeProvider.System);
        _sandbox.Clock.Advance(TimeSpan.FromMinutes(6));
        Assert.Equal("AuthFailure.SignatureExpire", (await bench.CheckAsync(PhotoVendor.TencentV2)).Code);
        Assert.Equal("9", (await bench.CheckAsync(PhotoVendor.TencentLegacy)).Code);
    }

    [Fact]
    public async Task Linkface_keeps_a_photo_and_takes_it_by_its_id()
    {
        var first = await _bench.CheckAsync(PhotoVendor.Linkface);
        var second = await _bench.CheckAsync(PhotoVendor.Linkface, change: request => request with { File = null, ImageId = first.ImageId });
        Assert.Equal(PhotoOutcome.Match, second.Outcome);
        Assert.Equal("1014", (await _bench.CheckAsync(PhotoVendor.Linkface, change: request => request with { ImageId = "nowhere" })).Code);
    }

    [Fact]
    public async Task A_script_for_an_ID_number_comes_before_the_name()
    {
        await _sandbox.ScriptPhotoAsync("juhe", PhotoBench.IdNumber, new { res = 1, score = "45.322943" });
        await _sandbox.ScriptPhotoAsync("tencent", PhotoBench.IdNumber, new { similarity = 75 });
        await _sandbox.ScriptPhotoAsync("tencentV2", PhotoBench.IdNumber, new Dictionary<string, object> { ["Result"] = "FailedOperation.CompareLowSimilarity", ["Sim"] = 26.04 });
        await _sandbox.ScriptPhotoAsync("linkface", PhotoBench.IdNumber, new { check_result = 1, id_name_result = 1, photo_result = 1, certificate_score = 42 });
        Assert.Equal((PhotoOutcome.NoMatch, 45.322943), Scored(await _bench.CheckAsync(PhotoVendor.Juhe, "测试3004")));
        Assert.Equal((PhotoOutcome.NoMatch, 75), Scored(await _bench.CheckAsync(PhotoVendor.TencentLegacy)));
        Assert.Equal((PhotoOutcome.NoMatch, 26.04), Scored(await _bench.CheckAsync(PhotoVendor.TencentV2)));
        Assert.Equal((PhotoOutcome.Uncertain, 42), Scored(await _bench.CheckAsync(PhotoVendor.Linkface)));
    }

    [Fact]
    public async Task Under_every_switch_of_the_profile_the_clients_understand()
    {
        var departures = (await _sandbox.DeparturesAsync()).Where(departure => departure.Switch.StartsWith("juhe", StringComparison.Ordinal)
            || departure.Switch.StartsWith("tencent", StringComparison.Ordinal) || departure.Switch.StartsWith("linkface", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(departures);
        foreach (var departure in departures.Where(departure => departure != ("linkface_timestamp", "seconds")))
        {
            await _sandbox.ProfileAsync(departure);
            foreach (var vendor in Enum.GetValues<PhotoVendor>())
                Assert.Equal((departure, PhotoOutcome.Match), (departure, (await _bench.CheckAsync(vendor)).Outcome));
            Assert.Equal((departure, PhotoOutcome.IdentityNotFound), (departure, (await _bench.CheckAsync(PhotoVendor.Juhe, "测试226402")).Outcome));
            Assert.Equal((departure, PhotoOutcome.IdentityMismatch), (departure, (await _bench.CheckAsync(PhotoVendor.TencentLegacy, "测试5803")).Outcome));
            Assert.Equal((departure, PhotoOutcome.PhotoUnusable), (departure, (await _bench.CheckAsync(PhotoVendor.TencentV2, "测试CoveredFace")).Outcome));
            Assert.Equal((departure, PhotoOutcome.PhotoUnusable), (departure, (await _bench.CheckAsync(PhotoVendor.Linkface, "测试check2")).Outcome));
        }
    }

    [Theory]
    [InlineData("verifyface/verifyEncry", PhotoVendor.Juhe)]
    [InlineData("face/idcardcompare", PhotoVendor.TencentLegacy)]
    [InlineData("ImageRecognitionV2", PhotoVendor.TencentV2)]
    [InlineData("selfie_idnumber_verification", PhotoVendor.Linkface)]
    public async Task A_lost_answer_is_on_the_bill_and_an_unknown_end_here(string path, PhotoVendor vendor)
    {
        await _sandbox.BreakAsync(path, "truncated");
        var result = await _bench.CheckAsync(vendor);
        Assert.Equal((true, VendorCharged.Unknown), (result.EndUnknown, result.Charged));
        Assert.True(Assert.Single(await _sandbox.PhotoBooksAsync()).Charged);
    }

    private static (PhotoOutcome Outcome, double? Score) Scored(PhotoCheckResult result) => (result.Outcome, result.Score);
}
