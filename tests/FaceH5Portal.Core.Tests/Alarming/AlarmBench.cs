using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Alarming;
using FaceH5Portal.Core.Alarming.Health;
using FaceH5Portal.Core.Alarming.Telling;
using FaceH5Portal.Core.Plans;
using FaceH5Portal.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace FaceH5Portal.Core.Tests.Alarming;

/// <summary>A portal that is watched, with a disk whose room a test decides and one channel that it reads.</summary>
internal sealed class AlarmBench : IAsyncDisposable
{
    public static readonly Actor Administrator = Actor.InRole("test-administrator", "Administrator", Role.Administrator);

    private AlarmBench(PortalHarness portal, RoomyDisk disk, ListeningChannel channel) => (Portal, Disk, Channel) = (portal, disk, channel);

    public PortalHarness Portal { get; }

    public RoomyDisk Disk { get; }

    public ListeningChannel Channel { get; }

    public AlarmDesk Desk => Portal.Get<AlarmDesk>();

    public static async Task<AlarmBench> StartAsync(Action<IServiceCollection>? also = null)
    {
        var (disk, channel) = (new RoomyDisk(), new ListeningChannel());
        var portal = await PortalHarness.StartAsync(also: services =>
        {
            services.AddSingleton<FreeBytes>(_ => disk.FreeMebibytes << 20).AddSingleton<IAlarmChannel>(channel);
            also?.Invoke(services);
        });
        return new AlarmBench(portal, disk, channel);
    }

    public Task PassAsync() => Portal.Get<AlarmPass>().RunAsync(CancellationToken.None);

    public async Task<AlarmBoard> BoardAsync() => (await Portal.Get<AlarmQueries>().BoardAsync(Administrator, CancellationToken.None)).Value;

    /// <summary>What is not over after a pass, of one rule.</summary>
    public async Task<IReadOnlyList<Alarm>> LookAsync(AlarmRule rule)
    {
        await PassAsync();
        List<Alarm> found = [.. (await BoardAsync()).Active.Select(view => view.Alarm).Where(alarm => alarm.Rule == rule)];
        ProvesAttribute.Saw(rule, found.Count > 0);
        return found;
    }

    public async Task WantAsync(AlarmRule rule, long threshold, string? owner = null, bool isOn = true, TimeOnly? from = null, TimeOnly? until = null)
    {
        var version = (await BoardAsync()).Rules.Single(known => known.Terms.Rule == rule).Terms.Version;
        Assert.Empty((await Desk.SetRuleAsync(Administrator, rule, version, new WantedRule(isOn, threshold, owner, from, until), CancellationToken.None)).Errors);
    }

    /// <summary>An alarm that a test can raise and end as it likes.</summary>
    public async Task<Alarm> FillDiskAsync(long leftMebibytes = 2000)
    {
        Disk.FreeMebibytes = leftMebibytes;
        return Assert.Single(await LookAsync(AlarmRule.Disk));
    }

    public async Task<IReadOnlyList<AlarmEventKind>> HistoryAsync(Guid id) =>
        [.. (await Portal.Get<AlarmQueries>().HistoryAsync(Administrator, id, CancellationToken.None)).Value.Select(line => line.Kind)];

    public async Task<Guid> PlanAsync(string vendorPlan) =>
        (await Portal.Get<PlanService>().CreateAsync(Administrator, SandboxPlans.All[0] with { VendorPlanId = vendorPlan }, CancellationToken.None)).Value;

    /// <summary>Sessions that come to their end, one after the other.</summary>
    public async Task GoThroughAsync(int sessions, string plan = "1001")
    {
        for (var i = 0; i < sessions; i++)
            await (await SessionDriver.CreateAsync(Portal, plan)).GoThroughAsync();
    }

    public ValueTask DisposeAsync() => Portal.DisposeAsync();
}

internal sealed class RoomyDisk
{
    public long FreeMebibytes { get; set; } = 100_000;
}

/// <summary>Keeps what it is told, or fails as a test wants it to.</summary>
internal sealed class ListeningChannel : IAlarmChannel
{
    public List<AlarmReport> Heard { get; } = [];

    public Func<Task<string?>>? Fails { get; set; }

    public string Name => "test";

    public async Task<string?> SendAsync(AlarmReport report, CancellationToken cancellationToken)
    {
        if (Fails is { } fails && await fails() is { } fault)
            return fault;
        Heard.Add(report);
        return null;
    }
}
