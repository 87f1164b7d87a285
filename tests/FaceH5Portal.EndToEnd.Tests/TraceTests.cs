using System.Web;
using FaceH5Portal.EndToEnd.Tests.Support;
using FaceH5Portal.TestKit;

namespace FaceH5Portal.EndToEnd.Tests;

/// <summary>What the running program tells a collector of OpenTelemetry, read as the collector reads it.</summary>
public sealed class TraceTests : IAsyncLifetime, IDisposable
{
    private const string Name = "测试柳絮飞";

    private static readonly string[] Steps = ["verification.create", "verification.launch", "verification.return", "verification.verdict", "verification.fetch"];

    private OtlpCollector collector = null!;
    private InvitingPortal portal = null!;

    public async Task InitializeAsync()
    {
        collector = await OtlpCollector.StartAsync();
        portal = new InvitingPortal
        {
            Settings = new Dictionary<string, string> { ["Telemetry__OtlpEndpoint"] = collector.Address.ToString(), ["OTEL_BSP_SCHEDULE_DELAY"] = "200" },
        };
        await portal.InitializeAsync();
    }

    public async Task DisposeAsync()
    {
        await portal.DisposeAsync();
        await collector.DisposeAsync();
    }

    public void Dispose() => portal.Dispose();

    [Fact]
    public async Task A_verification_from_its_link_to_its_harvest_is_one_trace_by_the_sessions_id_and_names_nobody()
    {
        var (id, link) = await portal.InviteAsync(name: Name);
        var (token, state) = await VerifyAsync(new Uri(link));
        await collector.UntilAsync(spans => Steps.All(step => spans.Any(span => span.Name == step)) && spans.Any(span => span.Name == "vendor.call"));

        var told = collector.Spans;
        Assert.Equal([id.ToString("N")], told.Select(span => span.TraceId).Distinct());
        Assert.Equal(["FaceH5Portal"], told.Select(span => span.Service).Distinct());
        Assert.Equal(told.Count, told.Select(span => span.SpanId).Distinct().Count());
        // Who came over the network and which pass it was are named beside, and are traces of their own.
        Assert.NotEmpty(told.Single(span => span.Name == "verification.launch").LinkedTraces);
        Assert.Contains("result/getall", collector.Everything, StringComparison.Ordinal);
        foreach (var secret in new[] { Name, InvitingPortal.Adult, token, state, link.Split('/')[^1], "access_token", "sandbox-secret-key", portal.Process.Address.Authority })
            Assert.DoesNotContain(secret, collector.Everything, StringComparison.Ordinal);
    }

    /// <summary>Agrees, is led to the vendor, shows a face there and is led back.</summary>
    private async Task<(string Token, string State)> VerifyAsync(Uri link)
    {
        using var browser = new Browser();
        var (_, verify) = await browser.GetAsync(link);
        var (html, _) = await browser.GetAsync(verify!);
        var (_, capture) = await browser.SubmitAsync(verify!, html, "verify-start", ("Agreed", "yes"), ("Born", "1990-03-07"));
        var query = HttpUtility.ParseQueryString(capture!.Query);
        await portal.Sandbox.CompleteAsync(query["token"]!);
        await browser.GetAsync(new Uri(query["successUrl"]!));
        return (query["token"]!, query["successUrl"]!.Split('/')[^1]);
    }
}
