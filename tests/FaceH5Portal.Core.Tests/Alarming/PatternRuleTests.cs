using FaceH5Portal.Core.Alarming;
using FaceH5Portal.Core.Sessions.Journey;
using FaceH5Portal.TestKit;

namespace FaceH5Portal.Core.Tests.Alarming;

/// <summary>Each rule about attacks is silent, then alarms at its pattern, and is over when a day has passed without it.</summary>
public sealed class PatternRuleTests : IAsyncLifetime
{
    private AlarmBench bench = null!;

    private PortalHarness Portal => bench.Portal;

    public async Task InitializeAsync() => bench = await AlarmBench.StartAsync();

    public async Task DisposeAsync() => await bench.DisposeAsync();

    [Fact]
    [Proves(AlarmRule.AttemptsOfLink)]
    public async Task Many_attempts_through_one_link_are_one_alarm_that_names_the_session()
    {
        await bench.WantAsync(AlarmRule.AttemptsOfLink, 3);
        var session = await SessionDriver.CreateAsync(Portal, "1007", "测试222360");
        await session.StartAsync();
        for (var attempt = 0; attempt < 3; attempt++)
        {
            Assert.Empty(await bench.LookAsync(AlarmRule.AttemptsOfLink));
            await session.CaptureAsync();
            Portal.Advance(TimeSpan.FromMinutes(1));
            await session.ComeBackAsync();
        }
        var alarm = Assert.Single(await bench.LookAsync(AlarmRule.AttemptsOfLink));
        Assert.Equal(($"session/{session.Id}", 3), (alarm.Subject, alarm.Value));
        Portal.Advance(TimeSpan.FromDays(1.1));
        Assert.Empty(await bench.LookAsync(AlarmRule.AttemptsOfLink));
    }

    [Fact]
    [Proves(AlarmRule.AttemptsOfPerson)]
    public async Task Many_attempts_of_one_person_are_one_alarm_however_many_links()
    {
        await bench.WantAsync(AlarmRule.AttemptsOfPerson, 3);
        await bench.GoThroughAsync(2);
        await (await SessionDriver.CreateAsync(Portal, number: "110101199003071154")).GoThroughAsync();
        Assert.Empty(await bench.LookAsync(AlarmRule.AttemptsOfPerson));
        await bench.GoThroughAsync(1);
        var alarm = Assert.Single(await bench.LookAsync(AlarmRule.AttemptsOfPerson));
        Assert.Equal(3, alarm.Value);
        Portal.Advance(TimeSpan.FromSeconds(1));
        await bench.GoThroughAsync(1);
        Assert.Equal((alarm.Id, 4), Assert.Single(await bench.LookAsync(AlarmRule.AttemptsOfPerson)) is var same ? (same.Id, same.Value) : default);
    }

    [Fact]
    [Proves(AlarmRule.ConsentsOfAddress)]
    public async Task Many_people_from_one_address_are_an_alarm_that_does_not_name_the_address()
    {
        await bench.WantAsync(AlarmRule.ConsentsOfAddress, 3);
        for (var i = 0; i < 3; i++)
        {
            Assert.Empty(await bench.LookAsync(AlarmRule.ConsentsOfAddress));
            await (await SessionDriver.CreateAsync(Portal)).StartAsync();
        }
        var alarm = Assert.Single(await bench.LookAsync(AlarmRule.ConsentsOfAddress));
        Assert.Equal(3, alarm.Value);
        Assert.DoesNotContain("127.0.0.1", alarm.Subject + alarm.Detail, StringComparison.Ordinal);
        Portal.Advance(TimeSpan.FromDays(1.1));
        Assert.Empty(await bench.LookAsync(AlarmRule.ConsentsOfAddress));
    }

    [Theory]
    [Proves(AlarmRule.RiskLevels)]
    [InlineData("1")]
    [InlineData("2")]
    public async Task Attempts_that_the_vendor_calls_risky_alarm_from_the_third(string level)
    {
        await Portal.Sandbox.ScriptAsync(SessionDriver.Number, new { code = 0, score = 93.5, risk_level = level });
        await bench.GoThroughAsync(2);
        Assert.Empty(await bench.LookAsync(AlarmRule.RiskLevels));
        await bench.GoThroughAsync(1);
        Assert.Equal(3, Assert.Single(await bench.LookAsync(AlarmRule.RiskLevels)).Value);
    }

    [Fact]
    [Proves(AlarmRule.ForgedReturns)]
    public async Task Forged_ways_back_alarm_from_the_twentieth_in_an_hour_and_cost_no_write()
    {
        var journey = Portal.Get<EndUserJourney>();
        var version = await BytesWrittenAsync();
        for (var i = 0; i < 19; i++)
            await journey.ReturnAsync($"fh5_nobodyknowsthisone00{i:00}", CancellationToken.None);
        Assert.Equal(version, await BytesWrittenAsync());
        Assert.Empty(await bench.LookAsync(AlarmRule.ForgedReturns));
        await journey.ReturnAsync("no secret at all", CancellationToken.None);
        Assert.Equal(20, Assert.Single(await bench.LookAsync(AlarmRule.ForgedReturns)).Value);
        Portal.Advance(TimeSpan.FromMinutes(70));
        Assert.Empty(await bench.LookAsync(AlarmRule.ForgedReturns));
    }

    private Task<long> BytesWrittenAsync() => Task.FromResult(new FileInfo(Path.Combine(Portal.Folder, "portal.db-wal")) is { Exists: true } log ? log.Length : 0);
}
