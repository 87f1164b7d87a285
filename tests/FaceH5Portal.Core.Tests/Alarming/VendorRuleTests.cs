using FaceH5Portal.Core.Alarming;
using FaceH5Portal.Core.Sessions;
using FaceH5Portal.TestKit;

namespace FaceH5Portal.Core.Tests.Alarming;

/// <summary>Each rule about the vendor's answers and clock is silent, then alarms at its fault, and is over when the fault is.</summary>
public sealed class VendorRuleTests : IAsyncLifetime
{
    private AlarmBench bench = null!;

    private PortalHarness Portal => bench.Portal;

    public async Task InitializeAsync() => bench = await AlarmBench.StartAsync();

    public async Task DisposeAsync() => await bench.DisposeAsync();

    [Fact]
    [Proves(AlarmRule.VendorErrors)]
    public async Task A_vendor_whose_calls_fail_alarms_with_the_share_of_them()
    {
        await bench.GoThroughAsync(4);
        Assert.Empty(await bench.LookAsync(AlarmRule.VendorErrors));
        Portal.Advance(TimeSpan.FromMinutes(16));
        await Portal.Sandbox.BreakAsync("result/getall", "http500", 1000);
        await bench.GoThroughAsync(6);
        Assert.InRange(Assert.Single(await bench.LookAsync(AlarmRule.VendorErrors)).Value, 20, 60);
        Portal.Advance(TimeSpan.FromMinutes(16));
        Assert.Empty(await bench.LookAsync(AlarmRule.VendorErrors));
    }

    [Fact]
    public async Task A_refusal_is_an_answer_and_no_failure()
    {
        for (var i = 0; i < 12; i++)
            await (await SessionDriver.CreateAsync(Portal, "1001", "测试222351")).GoThroughAsync();
        Assert.Empty(await bench.LookAsync(AlarmRule.VendorErrors));
    }

    [Fact]
    [Proves(AlarmRule.VendorSlow)]
    public async Task A_vendor_that_takes_its_time_alarms_with_the_seconds()
    {
        await bench.WantAsync(AlarmRule.VendorErrors, 100);
        foreach (var _ in Enumerable.Range(0, 10))
            await (await SessionDriver.CreateAsync(Portal)).StartAsync();
        Assert.Empty(await bench.LookAsync(AlarmRule.VendorSlow));
        Portal.Wire.BeforeHearingOf("verifyToken/generate", _ =>
        {
            Portal.Advance(TimeSpan.FromSeconds(12));
            return Task.CompletedTask;
        });
        foreach (var _ in Enumerable.Range(0, 10))
            await (await SessionDriver.CreateAsync(Portal)).StartAsync();
        Assert.Equal(12, Assert.Single(await bench.LookAsync(AlarmRule.VendorSlow)).Value);
        Portal.Wire.Mend();
        Portal.Advance(TimeSpan.FromMinutes(16));
        foreach (var _ in Enumerable.Range(0, 10))
            await (await SessionDriver.CreateAsync(Portal)).StartAsync();
        Assert.Empty(await bench.LookAsync(AlarmRule.VendorSlow));
    }

    [Fact]
    [Proves(AlarmRule.Clock)]
    public async Task A_clock_that_jumped_a_day_alarms_at_the_vendors_next_word_and_the_portal_goes_on()
    {
        await bench.GoThroughAsync(1);
        Assert.Empty(await bench.LookAsync(AlarmRule.Clock));
        Portal.Wire.BeforeHearingOf("/rpc/", answer =>
        {
            answer.Headers.Date = Portal.NowUtc.AddDays(-1);
            return Task.CompletedTask;
        });
        var session = await SessionDriver.CreateAsync(Portal);
        await session.StartAsync();
        Assert.InRange(Assert.Single(await bench.LookAsync(AlarmRule.Clock)).Value, 86_390, 86_410);
        Portal.Wire.Mend();
        await session.CaptureAsync();
        Assert.Equal(SessionStatus.Passed, (await session.ComeBackAsync()).Row.Status);
        Assert.Empty(await bench.LookAsync(AlarmRule.Clock));
    }
}
