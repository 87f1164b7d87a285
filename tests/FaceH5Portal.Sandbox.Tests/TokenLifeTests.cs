using FaceH5Portal.Sandbox.Tests.Support;

namespace FaceH5Portal.Sandbox.Tests;

public class TokenLifeTests
{
    private static readonly TimeSpan _twoHours = TimeSpan.FromHours(2);
    private static readonly TimeSpan _oneSecond = TimeSpan.FromSeconds(1);

    [Theory]
    [InlineData("getall")]
    [InlineData("detail")]
    [InlineData("simple")]
    public async Task An_early_query_kills_the_token(string query)
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var token = await sandbox.ReadyAsync();
        Assert.Equal(283450, (await sandbox.QueryAsync(query, token)).Code());
        Assert.Equal(283437, (await sandbox.QueryAsync(query, token)).Code());
        Assert.Equal(283437, (await sandbox.SubmitAsync(token)).Code());
        Assert.Equal("dead", (await sandbox.PageAsync("accept", token)).GetProperty("step").GetString());
    }

    [Fact]
    public async Task A_query_after_the_statement_was_accepted_does_no_harm()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var token = await sandbox.ReadyAsync();
        await sandbox.PageAsync("accept", token);
        Assert.Equal(283450, (await sandbox.QueryAsync("getall", token)).Code());
        Assert.Equal(283450, (await sandbox.QueryAsync("getall", token)).Code());
        await sandbox.CompleteAsync(token);
        Assert.Equal(0, (await sandbox.QueryAsync("getall", token)).Code());
    }

    [Fact]
    public async Task A_capture_made_on_the_page_is_compared_for_a_while()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var token = await sandbox.ReadyAsync();
        await sandbox.PageAsync("accept", token);
        var view = await sandbox.PageAsync("capture", token, TestImages.Jpeg(640, 480));
        Assert.Equal("comparing", view.GetProperty("step").GetString());
        Assert.Equal(283451, (await sandbox.QueryAsync("getall", token)).Code());
        sandbox.Clock.Advance(_oneSecond);
        Assert.Equal(0, (await sandbox.QueryAsync("getall", token)).Code());
    }

    [Fact]
    public async Task An_unused_token_can_be_used_until_two_hours_are_over()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var inTime = await sandbox.ReadyAsync();
        sandbox.Clock.Advance(_twoHours - _oneSecond);
        Assert.True((await sandbox.CompleteAsync(inTime)).GetProperty("passed").GetBoolean());

        var late = await sandbox.ReadyAsync();
        await sandbox.PageAsync("accept", late);
        sandbox.Clock.Advance(_twoHours);
        Assert.Equal("dead", (await sandbox.PageAsync("capture", late, TestImages.Jpeg(640, 480))).GetProperty("step").GetString());
        Assert.Equal(283437, (await sandbox.QueryAsync("getall", late)).Code());
    }

    [Fact]
    public async Task A_result_is_kept_for_three_days()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var token = await sandbox.CompletedAsync();
        sandbox.Clock.Advance(TimeSpan.FromDays(3) - _oneSecond);
        Assert.Equal(0, (await sandbox.QueryAsync("getall", token)).Code());
        sandbox.Clock.Advance(_oneSecond);
        Assert.Equal(283437, (await sandbox.QueryAsync("getall", token)).Code());
    }

    [Fact]
    public async Task A_failed_attempt_ends_a_token_whose_url_dies_and_only_that()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var dies = await sandbox.CompletedAsync("1001", "测试222351");
        var stays = await sandbox.CompletedAsync("1007", "测试222351");
        Assert.Equal(283437, (await sandbox.SubmitAsync(dies)).Code());
        await sandbox.SubmitAsync(stays, "王五");
        Assert.True((await sandbox.CompleteAsync(stays)).GetProperty("passed").GetBoolean());
        Assert.Equal(2, (await sandbox.QueryAsync("getall", stays)).GetProperty("result").GetProperty("verify_count").GetInt32());
    }

    [Fact]
    public async Task A_url_that_stays_takes_no_attempt_after_two_hours_but_still_tells_the_last()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var token = await sandbox.CompletedAsync("1007", "测试223120");
        sandbox.Clock.Advance(_twoHours);
        Assert.Equal(283437, (await sandbox.SubmitAsync(token)).Code());
        Assert.Equal(223120, (await sandbox.QueryAsync("detail", token)).Code());
    }
}
