using Bunit;
using FaceH5Portal.TestKit;
using FaceH5Portal.Vendors.Baidu.Codes;
using FaceH5Portal.Web.Pages.Operator;
using FaceH5Portal.Web.Pages.Shared;

namespace FaceH5Portal.Web.Tests;

/// <summary>What an operator reads about each attempt.</summary>
public sealed class AttemptTableTests : IAsyncLifetime
{
    private PortalHarness portal = null!;

    public async Task InitializeAsync() => portal = await PortalHarness.StartAsync();

    public async Task DisposeAsync() => await portal.DisposeAsync();

    [Theory]
    [InlineData("222351", "en", "yes", "a change first")]
    [InlineData("222351", "zh-CN", "是", "先作更正或换方式")]
    [InlineData("222356", "en", "no", "another picture")]
    [InlineData("216430", "en", "no", "time")]
    [InlineData("223120", "zh-CN", "否", "无需更改")]
    [InlineData("222999", "en", "no", "nothing new")]
    public async Task A_failed_attempt_shows_code_words_advice_charge_and_what_a_retry_needs(string code, string language, string charged, string retry)
    {
        var session = await SessionDriver.CreateAsync(portal, name: $"测试{code}");
        var attempt = Assert.Single((await session.GoThroughAsync()).Attempts);
        await using var context = new ConsoleContext(portal, language: language);
        var page = context.Render<SessionPage>(parameters => parameters.Add(p => p.Id, session.Id));
        page.WaitForElement("[data-testid=attempt]");

        Assert.NotEmpty(attempt.Message);
        Assert.Equal([code, attempt.Message, charged, retry],
            new[] { "code", "message", "charged", "retry" }.Select(part => page.Find($"[data-testid=attempt-{part}]").TextContent));
        var advice = BaiduCodeTable.Of(code).Operator;
        Assert.Equal($"1 · {code} {(language == "en" ? advice.English : advice.Chinese)}", page.Find("[data-testid=attempt-advice]").TextContent);
    }

    [Fact]
    public async Task A_charge_that_nobody_speaks_of_is_called_unknown()
    {
        portal.Wire.SilenceBill();
        var seen = await (await SessionDriver.CreateAsync(portal, name: "测试222999")).GoThroughAsync();
        await using var context = new ConsoleContext(portal);
        var table = context.Render<AttemptTable>(parameters => parameters.Add(t => t.Attempts, seen.Attempts));
        Assert.Equal("unknown", table.Find("[data-testid=attempt-charged]").TextContent);
    }

    [Fact]
    public async Task A_passed_attempt_needs_no_retry()
    {
        var seen = await (await SessionDriver.CreateAsync(portal)).GoThroughAsync();
        await using var context = new ConsoleContext(portal);
        var table = context.Render<AttemptTable>(parameters => parameters.Add(t => t.Attempts, seen.Attempts));
        Assert.Equal(("yes", "—"), (table.Find("[data-testid=attempt-charged]").TextContent, table.Find("[data-testid=attempt-retry]").TextContent));
    }

    [Fact]
    public async Task What_the_vendor_saw_of_the_face_and_the_device_is_shown()
    {
        await portal.Sandbox.ScriptAsync(SessionDriver.Number, new { code = 0, score = 93.5, risk_level = "3", risk_tag = "emulator,root" });
        var told = Assert.Single((await (await SessionDriver.CreateAsync(portal)).GoThroughAsync()).Attempts);
        (told.LivenessScore, told.SpoofingScore, told.IsDemote) = (0.9876, 0.0123, true);
        await using var context = new ConsoleContext(portal);
        var table = context.Render<AttemptTable>(parameters => parameters.Add(t => t.Attempts, [told]));
        var cells = table.FindAll("td").Select(cell => cell.TextContent.Trim()).ToList();
        Assert.Equal("0.99 Liveness was lowered to a recorded video", cells[4]);
        Assert.Equal("0.01", cells[5]);
        Assert.Equal($"3 {told.RiskTag}", cells[6]);
        Assert.Equal(told.VerifyLogId, cells[^1]);
        Assert.All([told.RiskTag, told.VerifyLogId], fact => Assert.False(string.IsNullOrEmpty(fact)));
    }

    [Fact]
    public async Task Each_attempt_of_several_has_its_own_advice()
    {
        await portal.Sandbox.ScriptAsync(SessionDriver.Number, new { code = 223120 }, new { code = 222356 });
        var session = await SessionDriver.CreateAsync(portal);
        await session.GoThroughAsync();
        var seen = await session.GoThroughAsync();
        await using var context = new ConsoleContext(portal);
        var table = context.Render<AttemptTable>(parameters => parameters.Add(t => t.Attempts, seen.Attempts));
        Assert.Equal(new[] { "223120", "222356" }.Select(code => $"1 · {code} {BaiduCodeTable.Of(code).Operator.English}"),
            table.FindAll("[data-testid=attempt-advice]").Select(line => line.TextContent));
    }
}
