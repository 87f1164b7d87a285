using FaceH5Portal.Vendors.Baidu;
using FaceH5Portal.Vendors.Tests.Support;
using static FaceH5Portal.Vendors.Tests.Support.Answers;

namespace FaceH5Portal.Vendors.Tests.Baidu.Sandbox;

/// <summary>Counts and recordings of the pretended vendor, fetched as the product fetches them.</summary>
public sealed class StatAndMediaTests : IAsyncLifetime
{
    private LiveSandbox _sandbox = null!;
    private BaiduBench _bench = null!;

    private IBaiduFaceClient Client => _bench.Client;

    public async Task InitializeAsync()
    {
        _sandbox = await LiveSandbox.StartAsync();
        _bench = BaiduBench.Against(_sandbox.Url, _sandbox.Clock);
    }

    public async Task DisposeAsync()
    {
        _bench.Dispose();
        await _sandbox.DisposeAsync();
    }

    [Fact]
    public async Task Every_service_is_counted_by_its_code()
    {
        var people = await SandboxPeople.VerifyAsync(_sandbox, Client);

        var services = Succeeded(await Client.GetStatAsync(people.Scanned, CancellationToken.None)).Services.ToDictionary(calls => calls.Service, calls => calls.Counts);

        Assert.Equal([new CodeCount("0", 1), new CodeCount("223120", 1)], services[BaiduServices.VerifyFinal]);
        Assert.Equal([new CodeCount("0", 1)], services[BaiduServices.Verify]);
        Assert.Equal([new CodeCount("0", 4)], services[BaiduServices.Ocr]);
        Assert.Empty(services[BaiduServices.VideoLiveness]);
    }

    [Fact]
    public async Task A_video_and_four_pictures_can_be_fetched_for_a_day()
    {
        var media = await MediaAsync(await VerifiedAsync("1006"));
        var video = Assert.Single(media.Videos);

        Assert.Equal(VideoKind.Live, video.Kind);
        Assert.StartsWith("video/", Succeeded(await Client.DownloadAsync(video.Url, CancellationToken.None)).MediaType, StringComparison.Ordinal);
        Assert.Equal(4, media.ImageUrls.Count);
        foreach (string url in media.ImageUrls)
            Assert.Equal("image/jpeg", Succeeded(await Client.DownloadAsync(url, CancellationToken.None)).MediaType);

        _sandbox.Clock.Advance(BaiduLimits.VideoLife + TimeSpan.FromSeconds(1));
        var late = await Client.DownloadAsync(video.Url, CancellationToken.None);

        Assert.Equal((VendorFaultKind.Refused, "http-404"), (late.Fault!.Kind, late.Fault.Code));
    }

    [Fact]
    public async Task A_downgraded_check_leaves_a_recorded_video_and_no_pictures()
    {
        string token = await MintAsync("1006");
        await _sandbox.ScriptDowngradeAsync(token);
        await _sandbox.CompleteAsync(token);

        var media = await MediaAsync(token);

        Assert.Equal(VideoKind.Recorded, Assert.Single(media.Videos).Kind);
        Assert.Empty(media.ImageUrls);
    }

    [Fact]
    public async Task A_plan_that_does_not_record_answers_with_nothing()
    {
        var media = await MediaAsync(await VerifiedAsync("1003"));

        Assert.Empty(media.Videos);
        Assert.Empty(media.ImageUrls);
        Assert.Null(media.ExtInfo);
    }

    [Theory]
    [InlineData("expired", VendorFaultKind.Refused, "http-404")]
    [InlineData("zerobytes", VendorFaultKind.Unreadable, "empty")]
    [InlineData("truncated", VendorFaultKind.Unreachable, null)]
    [InlineData("html", VendorFaultKind.Unreadable, "not-media")]
    [InlineData("huge", VendorFaultKind.Unreadable, "too-large")]
    public async Task A_file_that_does_not_come_whole_is_never_taken_for_one(string kind, VendorFaultKind fault, string? code)
    {
        var media = await MediaAsync(await VerifiedAsync("1006"));
        await _sandbox.BreakAsync("media", kind);

        var broken = await Client.DownloadAsync(media.Videos[0].Url, CancellationToken.None);

        Assert.Equal((fault, code), (broken.Fault!.Kind, broken.Fault.Code));
    }

    private async Task<CapturedMedia> MediaAsync(string token) => Succeeded(await Client.GetMediaAsync(token, CancellationToken.None));

    private async Task<string> VerifiedAsync(string plan)
    {
        string token = await MintAsync(plan);
        await _sandbox.CompleteAsync(token);
        return token;
    }

    private async Task<string> MintAsync(string plan)
    {
        string token = Succeeded(await Client.GenerateAsync(plan, CancellationToken.None)).VerifyToken;
        if (plan == "1006")
            Succeeded(await Client.SubmitIdentityAsync(token, new SubmittedIdentity("张三", "110101199003070011", 0), CancellationToken.None));
        return token;
    }
}
