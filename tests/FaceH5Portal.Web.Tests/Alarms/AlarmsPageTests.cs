using Bunit;
using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Alarming;
using FaceH5Portal.Core.Alarming.Health;
using FaceH5Portal.TestKit;
using FaceH5Portal.Web.Pages.Operator;
using FaceH5Portal.Web.Pages.Operator.Alarms;
using Microsoft.Extensions.DependencyInjection;

namespace FaceH5Portal.Web.Tests.Alarms;

public sealed class AlarmsPageTests : IAsyncLifetime
{
    private long freeMebibytes = 100_000;
    private PortalHarness portal = null!;

    public async Task InitializeAsync() =>
        portal = await PortalHarness.StartAsync(also: services => services.AddSingleton<FreeBytes>(_ => freeMebibytes << 20));

    public async Task DisposeAsync() => await portal.DisposeAsync();

    [Theory]
    [InlineData("en", "2,000 MiB are left on the disk of the database.")]
    [InlineData("zh-CN", "数据库所在磁盘仅剩 2,000 MiB。")]
    public async Task An_alarm_appears_is_taken_in_hand_and_goes_by_itself(string language, string sentence)
    {
        await using var context = new ConsoleContext(portal, language: language);
        var page = context.Render<AlarmsPage>();
        page.WaitForElement("[data-testid=alarms-none]");
        await LookAsync(2000);
        var row = page.WaitForElement("[data-testid=alarm-row][data-rule=Disk]");
        Assert.Contains(sentence, row.TextContent, StringComparison.Ordinal);
        page.Find("[data-testid=alarm-acknowledge]").Click();
        page.WaitForElement("[data-testid=alarm-row][data-state=Acknowledged]");
        Assert.Contains("test", page.Find("[data-testid=alarm-state]").TextContent, StringComparison.Ordinal);
        page.Find("[data-testid=alarm-history]").Click();
        page.WaitForAssertion(() => Assert.Equal(["Raised", "Acknowledged"], page.FindAll("[data-testid=alarm-event]").Select(line => line.GetAttribute("data-kind"))));
        await LookAsync(100_000);
        page.WaitForElement("[data-testid=alarms-none]");
        Assert.NotNull(page.Find("[data-testid=alarm-row][data-state=Resolved]"));
    }

    [Fact]
    public async Task An_alarm_is_put_off()
    {
        await LookAsync(2000);
        await using var context = new ConsoleContext(portal);
        var page = context.Render<AlarmsPage>();
        page.WaitForElement("[data-testid=alarm-snooze][data-hours='24']").Click();
        page.WaitForElement("[data-testid=alarm-row][data-state=Snoozed]");
    }

    [Fact]
    public async Task An_administrator_changes_a_rule_and_what_is_refused_is_said_and_kept()
    {
        await using var context = new ConsoleContext(portal, Role.Administrator);
        var page = context.Render<AlarmsPage>();
        page.WaitForElement("[data-testid=rule-row][data-rule=Disk] [data-testid=rule-change]").Click();
        page.WaitForElement("[data-testid=rule-threshold-value]").Change("1");
        page.Find("[data-testid=rule-save]").Click();
        page.WaitForAssertion(() => Assert.Equal("number-out-of-range", page.Find("[data-testid=error]").GetAttribute("data-code")));
        page.Find("[data-testid=rule-threshold-value]").Change("300");
        page.Find("[data-testid=rule-quiet-from]").Change("22:00:00");
        page.Find("[data-testid=rule-quiet-until]").Change("07:00:00");
        page.Find("[data-testid=rule-save]").Click();
        page.WaitForAssertion(() => Assert.Contains("300", page.Find("[data-testid=rule-row][data-rule=Disk] [data-testid=rule-threshold]").TextContent, StringComparison.Ordinal));
        Assert.Contains("22:00–07:00", page.Find("[data-testid=rule-row][data-rule=Disk]").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("[data-testid=rule-form]"));
    }

    [Theory]
    [InlineData(Role.Auditor, 0)]
    [InlineData(Role.Reviewer, 0)]
    [InlineData(Role.Operator, 1)]
    public async Task Who_may_only_look_sees_no_button(Role role, int buttons)
    {
        await LookAsync(2000);
        await using var context = new ConsoleContext(portal, role);
        var page = context.Render<AlarmsPage>();
        page.WaitForElement("[data-testid=alarm-row]");
        Assert.Equal(buttons, page.FindAll("[data-testid=alarm-acknowledge]").Count);
        Assert.Empty(page.FindAll("[data-testid=rule-change]"));
    }

    [Fact]
    public async Task Home_tells_how_many_are_open_and_leads_to_them()
    {
        await LookAsync(500);
        await using var context = new ConsoleContext(portal);
        var page = context.Render<Home>();
        var line = page.WaitForElement("[data-testid=home-open-alarms]");
        Assert.Equal(("Critical", "/alarms"), (line.GetAttribute("data-severity"), line.QuerySelector("a")!.GetAttribute("href")));
    }

    private Task LookAsync(long free)
    {
        freeMebibytes = free;
        return portal.Get<AlarmPass>().RunAsync(CancellationToken.None);
    }
}
