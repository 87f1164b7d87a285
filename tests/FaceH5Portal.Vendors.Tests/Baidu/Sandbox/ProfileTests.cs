using System.Text.RegularExpressions;
using FaceH5Portal.Vendors.Tests.Support;

namespace FaceH5Portal.Vendors.Tests.Baidu.Sandbox;

/// <summary>Whatever no source settles about the vendor, the client reads the same facts either way.</summary>
public sealed partial class ProfileTests : IAsyncLifetime
{
    private const string NoQuota = "v4_quota";

    private LiveSandbox _sandbox = null!;
    private SandboxPeople _people = null!;
    private SandboxFacts _usual = null!;

    public async Task InitializeAsync()
    {
        _sandbox = await LiveSandbox.StartAsync();
        using var bench = BaiduBench.Against(_sandbox.Url, _sandbox.Clock);
        _people = await SandboxPeople.VerifyAsync(_sandbox, bench.Client);
        _usual = await _people.FactsAsync(bench.Client);
    }

    public async Task DisposeAsync() => await _sandbox.DisposeAsync();

    [Fact]
    public void The_usual_facts_are_worth_comparing()
    {
        Assert.Contains("\"service\": \"OCR\"", _usual.Stat, StringComparison.Ordinal);
        Assert.Contains("\"code\": \"223120\"", _usual.Stat, StringComparison.Ordinal);
        Assert.Contains("\"kind\": \"Live\"", _usual.Media, StringComparison.Ordinal);
        Assert.Equal(4, Regex.Count(_usual.Media, @"\.jpg"));
        Assert.Contains("\"order\": 2", _usual.Record, StringComparison.Ordinal);
        Assert.Contains("\"isOcrCharged\": true", _usual.Record, StringComparison.Ordinal);
        Assert.Contains("certificateFrontUrl", _usual.Record, StringComparison.Ordinal);
        Assert.Contains("\"ocr\"", _usual.Detail, StringComparison.Ordinal);
        Assert.Contains("isDemote", _usual.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Under_every_switch_the_same_facts_are_read()
    {
        var departures = await _sandbox.DeparturesAsync();
        Assert.InRange(departures.Count, 19, 100);

        foreach (var departure in departures.Where(departure => TellsTheSame(departure.Switch)))
            await AssertUsualAsync(departure);
    }

    [Fact]
    public async Task Under_all_switches_at_once_the_same_facts_are_read()
    {
        var all = (await _sandbox.DeparturesAsync()).Where(departure => TellsTheSame(departure.Switch)).DistinctBy(departure => departure.Switch);

        await AssertUsualAsync([.. all]);
    }

    [Fact]
    public async Task Without_V4_the_counts_and_recordings_are_still_read()
    {
        await _sandbox.ProfileAsync((NoQuota, "none"));
        using var bench = BaiduBench.Against(_sandbox.Url, _sandbox.Clock);

        var refused = await bench.Client.GetAllAsync(_people.Scanned, CancellationToken.None);
        var facts = await _people.FactsAsync(bench.Client);
        var minted = await bench.Client.GenerateAsync("1001", CancellationToken.None);

        Assert.Equal((VendorFaultKind.Gateway, "18"), (refused.Fault!.Kind, refused.Fault.Code));
        Assert.NotNull(refused.LogId);
        Assert.Equal((_usual.Stat, _usual.Media), (facts.Stat, facts.Media));
        Assert.True(minted.IsSuccess, minted.ToString());
    }

    // Without quota nothing is told, and two switches are there to tell charges wrong.
    private static bool TellsTheSame(string name) => name is not (NoQuota or "charges" or "stat_comparisons");

    private async Task AssertUsualAsync(params (string Switch, string Value)[] departures)
    {
        await _sandbox.ProfileAsync(departures);
        using var bench = BaiduBench.Against(_sandbox.Url, _sandbox.Clock);
        var facts = await _people.FactsAsync(bench.Client);

        Assert.Equal(Comparable(_usual, departures), Comparable(facts, departures));
    }

    /// <summary>Two switches take a fact away, and then there is none to compare.</summary>
    private static string Comparable(SandboxFacts facts, (string Switch, string Value)[] departures)
    {
        string record = facts.Record;
        if (departures.Contains(("liveness_score", "zero")))
            record = Liveness().Replace(record, "");
        if (departures.Contains(("pass_message", "empty")))
            record = Message().Replace(record, "");
        return string.Join('\n', [.. departures.Select(departure => $"{departure}"), facts.Stat, facts.Media, record, facts.Detail]);
    }

    [GeneratedRegex(@"""livenessScore"": [0-9.]+,?")]
    private static partial Regex Liveness();

    [GeneratedRegex(@"""message"": ""(核验成功)?"",?")]
    private static partial Regex Message();
}
