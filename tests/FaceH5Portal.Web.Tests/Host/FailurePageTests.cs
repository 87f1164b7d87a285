using AngleSharp.Dom;
using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Plans;
using FaceH5Portal.Vendors.Baidu.Codes;
using Microsoft.Extensions.DependencyInjection;

namespace FaceH5Portal.Web.Tests.Host;

/// <summary>What a person reads when it did not work.</summary>
[Collection(HostTests.Name)]
public sealed class FailurePageTests(PortalHost portal)
{
    [Theory]
    [InlineData("en", "222351", "Ask whoever sent you the link to correct name or number.")]
    [InlineData("zh-CN", "222351", "请联系向您发送链接的一方，更正姓名或号码。")]
    [InlineData("en", "222355", "Ask whoever sent you the link for another way.")]
    public async Task A_failure_for_good_is_told_in_the_tables_words_with_whom_to_ask(string language, string code, string step)
    {
        var page = await GoThroughAsync(language, code);
        Assert.Equal("Failed", page.QuerySelector("[data-testid=verify-title]")!.GetAttribute("data-status"));
        AssertTold(page, language, code, step);
        Assert.Null(page.QuerySelector("[data-testid=verify-start]"));
    }

    [Theory]
    [InlineData("en", "222356", "Find better light, then try again.", "Try again")]
    [InlineData("zh-CN", "222356", "请换到光线好的地方，再试一次。", "再试一次")]
    [InlineData("en", "216432", "Wait a few minutes, then try again.", "Try again")]
    [InlineData("zh-CN", "222999", "请再试一次。", "再试一次")]
    public async Task A_failure_that_may_be_tried_again_is_told_with_how(string language, string code, string step, string button)
    {
        var page = await GoThroughAsync(language, code);
        Assert.Equal(language == "en" ? "Not verified yet" : "还没有通过", Read(page, "verify-title"));
        AssertTold(page, language, code, step);
        Assert.Equal(button, Read(page, "verify-start"));
    }

    [Fact]
    public async Task A_failure_on_a_token_that_lives_on_is_told_too()
    {
        var page = await GoThroughAsync("en", "223120", "1007");
        Assert.Equal("Capturing", page.QuerySelector("[data-testid=verify-title]")!.GetAttribute("data-status"));
        AssertTold(page, "en", "223120", "Try again.");
    }

    [Fact]
    public async Task A_launch_that_the_vendor_refuses_is_told_without_its_code()
    {
        var admin = Actor.InRole("test-admin", "Administrator", Role.Administrator);
        await portal.Services.GetRequiredService<PlanService>().CreateAsync(admin, SandboxPlans.All[0] with { VendorPlanId = "9998" }, CancellationToken.None);
        using var visitor = portal.Visit();
        await visitor.OpenAsync((await portal.CreateSessionAsync("9998")).Link);
        using var answer = await visitor.StartAsync(agreed: true);
        var told = Read(await Visitor.PageOfAsync(answer), "verify-error");
        Assert.Equal(BaiduCodeTable.Of("283435").EndUser.English, told);
        Assert.DoesNotContain("283435", told, StringComparison.Ordinal);
    }

    private async Task<IDocument> GoThroughAsync(string language, string code, string plan = "1001")
    {
        using var visitor = portal.Visit(language);
        await visitor.OpenAsync((await portal.CreateSessionAsync(plan, name: $"测试{code}")).Link);
        using var started = await visitor.StartAsync(agreed: true);
        await portal.CaptureAndReturnAsync(visitor, started.Headers.Location!);
        return await visitor.ReadAsync("/verify");
    }

    private static void AssertTold(IDocument page, string language, string code, string step)
    {
        var sentence = BaiduCodeTable.Of(code).EndUser;
        Assert.Equal(language == "en" ? sentence.English : sentence.Chinese, Read(page, "verify-reason"));
        Assert.EndsWith(step, Read(page, "verify-step"), StringComparison.Ordinal);
        Assert.DoesNotContain(code, page.Body!.TextContent, StringComparison.Ordinal);
    }

    private static string Read(IDocument page, string testId) => page.QuerySelector($"[data-testid={testId}]")!.TextContent;
}
