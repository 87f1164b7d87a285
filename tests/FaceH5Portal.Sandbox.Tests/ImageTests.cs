using System.Net;
using System.Text.Json;
using FaceH5Portal.Sandbox.Tests.Support;

namespace FaceH5Portal.Sandbox.Tests;

public class ImageTests
{
    [Fact]
    public async Task The_captured_picture_comes_back_byte_for_byte_both_ways()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var picture = TestImages.Jpeg(640, 480);
        var token = await sandbox.ReadyAsync();
        await sandbox.PageAsync("accept", token);
        await sandbox.PageAsync("capture", token, picture);
        sandbox.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(picture, await sandbox.Http.GetByteArrayAsync(FaceImage(await sandbox.QueryAsync("getall", token))));
        var simple = await sandbox.QueryAsync("simple", token);
        var url = simple.GetProperty("result").GetProperty("image").GetString();
        Assert.Contains("/solution/faceprint/image/query?verify_token=" + token, url);
        Assert.Equal(picture, await sandbox.Http.GetByteArrayAsync(url));
    }

    [Fact]
    public async Task A_signed_link_dies_a_day_after_the_capture_while_the_result_lives_on()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var token = await sandbox.CompletedAsync();
        var url = FaceImage(await sandbox.QueryAsync("getall", token));
        sandbox.Clock.Advance(TimeSpan.FromDays(1) - TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(sandbox, url));
        sandbox.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(sandbox, url));
        Assert.Equal(0, (await sandbox.QueryAsync("getall", token)).Code());
    }

    [Fact]
    public async Task A_link_without_its_signature_is_refused()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var url = FaceImage(await sandbox.QueryAsync("getall", await sandbox.CompletedAsync()));
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(sandbox, url.Split('?')[0]));
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(sandbox, url[..^1] + (url[^1] == '0' ? '1' : '0')));
    }

    [Fact]
    public async Task A_failed_person_has_no_picture_to_query()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var token = await sandbox.CompletedAsync(name: "测试222351");
        Assert.Equal(222351, (await sandbox.QueryAsync("simple", token)).Code());
    }

    private static string FaceImage(JsonElement getall) =>
        getall.Attempt(1).GetProperty("verify_detail").GetProperty("face_image").GetString()!;

    private static async Task<HttpStatusCode> StatusAsync(RunningSandbox sandbox, string url)
    {
        using var answer = await sandbox.Http.GetAsync(url);
        return answer.StatusCode;
    }
}
