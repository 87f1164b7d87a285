using System.Net;
using FaceH5Portal.Sandbox.Tests.Support;

namespace FaceH5Portal.Sandbox.Tests.Photos;

public class PhotoControlTests
{
    private const string Verify = "/verifyface/verify";

    [Fact]
    public async Task Scripts_and_books_outlive_a_restart_and_a_reset_forgets_them()
    {
        using var folder = new TemporaryFolder();
        await using (var sandbox = await RunningSandbox.StartAsync(folder.Path))
        {
            await sandbox.ControlAsync("script", new { vendor = "juhe", id_no = PhotoWire.Number, answer = new { res = 3 } });
            await CheckAsync(sandbox);
        }
        await using var again = await RunningSandbox.StartAsync(folder.Path);
        Assert.Equal(3, await CheckAsync(again));
        Assert.Equal(2, (await again.PhotoBooksAsync()).Count);
        await again.ControlAsync("reset", new { });
        Assert.Empty(await again.PhotoBooksAsync());
        Assert.Equal(1, await CheckAsync(again));
    }

    [Fact]
    public async Task A_script_for_everybody_gives_way_to_one_for_a_number_and_either_can_be_taken_back()
    {
        using var folder = new TemporaryFolder();
        await using (var sandbox = await RunningSandbox.StartAsync(folder.Path))
        {
            await sandbox.ControlAsync("script", new { vendor = "juhe", answer = new { res = 2 } });
            await sandbox.ControlAsync("script", new { vendor = "linkface", answer = new { code = "1009" } });
            await sandbox.ControlAsync("script", new { vendor = "juhe", id_no = PhotoWire.Number, answer = new { res = 3 } });
            Assert.Equal(3, await CheckAsync(sandbox));
            await sandbox.ControlAsync("script", new { vendor = "juhe", id_no = PhotoWire.Number, answer = (object?)null });
            Assert.Equal(2, await CheckAsync(sandbox));
        }
        await using var again = await RunningSandbox.StartAsync(folder.Path);
        Assert.Equal(2, await CheckAsync(again));
        await again.ControlAsync("script", new { vendor = "juhe", answer = (object?)null });
        Assert.Equal(1, await CheckAsync(again));
        var left = Assert.Single((await Wire.JsonAsync(await again.Http.GetAsync("/_sandbox/script"))).EnumerateArray());
        Assert.Equal("""{"vendor":"linkface","id_no":null,"answer":{"code":"1009"}}""", left.GetRawText());
    }

    [Theory]
    [InlineData("""{"vendor":"baidu","id_no":"1","answer":{}}""", "juhe, tencent, tencentV2, linkface")]
    [InlineData("""{"vendor":"juhe","id_no":"","answer":{}}""", "id_no")]
    [InlineData("""{"vendor":"juhe"}""", "answer")]
    [InlineData("""{"vendor":"juhe","id_no":"1","answer":[]}""", "answer")]
    [InlineData("""{"vendor":"juhe","id_no":"1","answer":{},"attempts":[]}""", "attempts")]
    public async Task A_script_that_makes_no_sense_is_told_what_would(string body, string word)
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        using var answer = await sandbox.Http.PostAsync("/_sandbox/script", new StringContent(body));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(word, (await Wire.JsonAsync(answer)).GetProperty("error").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("error10012", "\"error_code\":10012")]
    [InlineData("html", "<html>")]
    public async Task A_fault_speaks_as_the_vendor_that_was_called(string kind, string expected)
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await sandbox.ControlAsync("faults", new { path = "verifyface/verify", kind });
        using var answer = await sandbox.Http.PostAsync(Verify, new FormUrlEncodedContent([]));
        Assert.Contains(expected, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Empty(await sandbox.PhotoBooksAsync());
    }

    [Fact]
    public async Task The_start_page_lists_every_magic_name()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var page = WebUtility.HtmlDecode(await sandbox.Http.GetStringAsync("/"));
        Assert.All((string[])["测试3004", "测试res3", "测试226403image", "测试5803", "测试IdNameMisMatch", "测试AuthFailureSignatureFailure", "测试idname2", "测试1004"],
            name => Assert.Contains($"<code>{name}</code>", page, StringComparison.Ordinal));
    }

    private static async Task<int> CheckAsync(RunningSandbox sandbox) =>
        (await sandbox.FormAsync(Verify, ("key", "sandbox-juhe-key"), ("idcard", PhotoWire.Number), ("realname", PhotoWire.Name), ("image", PhotoWire.Base64)))
            .GetProperty("result").GetProperty("res").GetInt32();
}
