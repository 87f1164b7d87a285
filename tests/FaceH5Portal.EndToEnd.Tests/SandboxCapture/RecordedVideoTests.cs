using System.Text.Json;
using FaceH5Portal.EndToEnd.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FaceH5Portal.EndToEnd.Tests.SandboxCapture;

[Collection(BrowserTests.Name)]
public sealed class RecordedVideoTests(Chromium chromium)
{
    private const string Play = """
        async address => {
          const video = Object.assign(document.createElement('video'), { muted: true, src: address });
          await video.play();
          return video.videoWidth;
        }
        """;

    [Theory]
    [InlineData("real", "capture-shutter")]
    [InlineData("still", "capture-shutter")]
    [InlineData("refused", "capture-still")]
    public async Task A_recording_plan_keeps_a_video_that_plays_and_four_pictures(string camera, string press)
    {
        await using var bench = await CaptureBench.StartAsync();
        await using var context = await chromium.WithCamera.NewContextAsync(new() { Locale = "zh-CN", Permissions = ["camera"] });
        var person = new CapturePerson(await context.NewPageAsync());
        var token = await bench.MintForAsync("1006");
        await person.ArriveAsync(bench.PageOf(token), camera);
        await person.Find(press).ClickAsync();
        await person.SeesAsync(passed: true);

        var media = await bench.ResultAsync("media/query", token);
        var video = Assert.Single(Addresses(media, "processVideo"));
        Assert.Empty(Addresses(media, "video"));
        Assert.Equal(4, Addresses(media, "images").Count);
        Assert.True((await bench.Http.GetByteArrayAsync(video)).Length > 1000);
        Assert.True(await person.Page.EvaluateAsync<int>(Play, video) > 0);
    }

    [Fact]
    public async Task A_plan_that_records_nothing_is_sent_no_video()
    {
        await using var bench = await CaptureBench.StartAsync();
        await using var context = await chromium.WithCamera.NewContextAsync(new() { Locale = "zh-CN", Permissions = ["camera"] });
        var person = new CapturePerson(await context.NewPageAsync());
        await person.ArriveAsync(bench.PageOf(await bench.MintForAsync("1001")));
        var sent = await person.Page.RunAndWaitForRequestAsync(
            () => person.Find("capture-shutter").ClickAsync(), request => request.Url.EndsWith("/face/api/capture", StringComparison.Ordinal));
        var body = JsonDocument.Parse(sent.PostData!).RootElement;
        Assert.False(body.TryGetProperty("video", out _));
        Assert.Equal(4, body.GetProperty("frames").GetArrayLength());
    }

    [Fact]
    public async Task A_video_sent_in_place_of_the_live_check_is_told_apart()
    {
        await using var bench = await CaptureBench.StartAsync();
        await using var context = await chromium.WithCamera.NewContextAsync(new() { Locale = "zh-CN" });
        var person = new CapturePerson(await context.NewPageAsync());
        var token = await bench.MintForAsync("1006");
        await person.ArriveAsync(bench.PageOf(token), camera: "refused");
        await person.Find("camera-refused").ClickAsync();
        await person.Find("downgrade-file").SetInputFilesAsync(new FilePayload { Name = "me.webm", MimeType = "video/webm", Buffer = [1, 2, 3] });
        await Expect(person.Page.GetByText("不是可以播放的视频").Locator("visible=true")).ToBeVisibleAsync();
        await person.Find("downgrade-file").SetInputFilesAsync(new FilePayload { Name = "me.webm", MimeType = "video/webm", Buffer = await VideoAsync(bench) });
        await person.SeesAsync(passed: true);

        Assert.True(Assert.Single(await bench.AttemptsAsync(token)).GetProperty("verify_detail").GetProperty("is_demote").GetBoolean());
        var media = await bench.ResultAsync("media/query", token);
        Assert.Empty(Addresses(media, "processVideo"));
        Assert.True(await person.Page.EvaluateAsync<int>(Play, Assert.Single(Addresses(media, "video"))) > 0);
    }

    /// <summary>The made-up recording of an attempt that the sandbox ran without a browser.</summary>
    private static async Task<byte[]> VideoAsync(CaptureBench bench)
    {
        var token = await bench.MintForAsync("1006");
        await bench.CompleteAsync(token);
        var media = await bench.ResultAsync("media/query", token);
        return await bench.Http.GetByteArrayAsync(Addresses(media, "processVideo")[0]);
    }

    private static List<string> Addresses(JsonElement media, string kind) =>
        [.. media.GetProperty(kind).EnumerateArray().Select(address => address.GetString()!)];
}
