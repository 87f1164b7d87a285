using System.Net;
using System.Text.Json;
using FaceH5Portal.Sandbox.Tests.Support;

namespace FaceH5Portal.Sandbox.Tests;

public class RecordingTests
{
    private static readonly byte[] Video = [0x1A, 0x45, 0xDF, 0xA3, 1, 2, 3];

    [Fact]
    public async Task A_recorded_check_leaves_its_video_and_four_pictures_for_a_day()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var token = await CapturedAsync(sandbox, "1006", demoted: false);
        var media = (await sandbox.QueryAsync("media/query", token)).GetProperty("result");
        Assert.Equal((1, 0, 4), (Count(media, "processVideo"), Count(media, "video"), Count(media, "images")));
        var url = media.GetProperty("processVideo")[0].GetString()!;
        using (var answer = await sandbox.Http.GetAsync(url))
        {
            Assert.Equal("video/webm", answer.Content.Headers.ContentType!.MediaType);
            Assert.Equal(Video, await answer.Content.ReadAsByteArrayAsync());
        }
        sandbox.Clock.Advance(TimeSpan.FromDays(1));
        using var gone = await sandbox.Http.GetAsync(url);
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
        Assert.Equal("NoSuchKey", (await Wire.JsonAsync(gone)).GetProperty("code").GetString());
    }

    [Fact]
    public async Task A_video_in_place_of_the_live_check_is_told_apart()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var token = await CapturedAsync(sandbox, "1006", demoted: true);
        var media = (await sandbox.QueryAsync("media/query", token)).GetProperty("result");
        Assert.Equal((0, 1, 0), (Count(media, "processVideo"), Count(media, "video"), Count(media, "images")));
        Assert.True((await sandbox.QueryAsync("getall", token)).Attempt(1).GetProperty("verify_detail").GetProperty("is_demote").GetBoolean());
    }

    [Fact]
    public async Task A_plan_that_does_not_record_keeps_no_video_though_the_page_sent_one()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var media = (await sandbox.QueryAsync("media/query", await CapturedAsync(sandbox, "1001", demoted: false))).GetProperty("result");
        Assert.Equal((0, 0, 0), (Count(media, "processVideo"), Count(media, "video"), Count(media, "images")));
    }

    [Theory]
    [InlineData("1001", "downgrade")]
    [InlineData("1007", "comparing")]
    public async Task Without_a_camera_the_plan_decides_whether_a_video_will_do(string plan, string step)
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var token = await sandbox.ReadyAsync(plan);
        await sandbox.PageAsync("accept", token);
        Assert.Equal(step, (await sandbox.PageAsync("refused", token)).GetProperty("step").GetString());
        sandbox.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(step == "downgrade" ? 283450 : 0, (await sandbox.QueryAsync("getall", token)).Code());
    }

    [Fact]
    public async Task A_refused_camera_is_a_free_attempt_without_a_face()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var token = await sandbox.ReadyAsync("1007");
        await sandbox.PageAsync("accept", token);
        await sandbox.PageAsync("refused", token);
        sandbox.Clock.Advance(TimeSpan.FromSeconds(1));
        var attempt = (await sandbox.QueryAsync("getall", token)).Attempt(1);
        Assert.Equal(("800001", false), (attempt.GetProperty("code").GetString(), attempt.GetProperty("is_charged").GetBoolean()));
        Assert.Equal("", attempt.GetProperty("verify_detail").GetProperty("verify_log_id").GetString());
        Assert.Equal(JsonValueKind.Null, attempt.GetProperty("verify_detail").GetProperty("face_image").ValueKind);
    }

    [Fact]
    public async Task Files_on_disk_go_when_their_time_is_over()
    {
        using var folder = new TemporaryFolder();
        await using var sandbox = await RunningSandbox.StartAsync(folder.Path);
        await CapturedAsync(sandbox, "1006", demoted: false);
        Assert.Equal(6, Directory.GetFiles(folder.File("media")).Length);
        sandbox.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Single(Directory.GetFiles(folder.File("media")));
        sandbox.Clock.Advance(TimeSpan.FromDays(2));
        Assert.Empty(Directory.GetFiles(folder.File("media")));
    }

    [Theory]
    [InlineData("face.jpg", "faceprint-media")]
    [InlineData("../state.jsonl", "faceprint-media")]
    public async Task A_file_that_needs_a_signature_cannot_be_had_without_one(string name, string folder)
    {
        using var data = new TemporaryFolder();
        await using var sandbox = await RunningSandbox.StartAsync(data.Path);
        await sandbox.CompletedAsync();
        var file = name == "face.jpg" ? Path.GetFileName(Directory.GetFiles(data.File("media")).Single()) : Uri.EscapeDataString(name);
        using var answer = await sandbox.Http.GetAsync($"/v1/{folder}/{file}");
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    private static int Count(JsonElement media, string name) => media.GetProperty(name).GetArrayLength();

    private static async Task<string> CapturedAsync(RunningSandbox sandbox, string plan, bool demoted)
    {
        var token = await sandbox.ReadyAsync(plan);
        await sandbox.PageAsync("accept", token);
        var face = Convert.ToBase64String(TestImages.Jpeg(640, 480));
        await sandbox.PageAsync("capture", new
        {
            token,
            image = face,
            frames = new[] { face, face },
            video = Convert.ToBase64String(Video),
            video_type = "video/webm;codecs=vp8",
            demoted,
        });
        sandbox.Clock.Advance(TimeSpan.FromSeconds(1));
        return token;
    }
}
