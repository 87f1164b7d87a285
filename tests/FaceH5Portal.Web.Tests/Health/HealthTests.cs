using System.Net;
using FaceH5Portal.Core.Alarming;
using FaceH5Portal.TestKit;
using FaceH5Portal.Web.Endpoints;
using FaceH5Portal.Web.Tests.Host;
using FaceH5Portal.Web.Tests.Safety;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace FaceH5Portal.Web.Tests.Health;

/// <summary>What probes and collectors are told: how it is, and nothing of anybody.</summary>
public sealed class HealthTests : IAsyncLifetime
{
    private readonly PortalHost portal = PortalHost.With(new Dictionary<string, string?> { ["Telemetry:MetricsFrom"] = "10.1.0.0/16" }, RemoteAddress.Add);

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await portal.DisposeAsync();

    [Fact]
    public async Task A_portal_in_good_health_is_ready_and_says_of_which_parts()
    {
        var (status, words) = await AskAsync("/health/ready");
        Assert.Equal((HttpStatusCode.OK, "ready\ndatabase: is read and written\nvendor: 0 of 0 calls failed in 15 minutes\nharvest: is 0 seconds behind"), (status, words));
    }

    [Fact]
    public async Task A_portal_that_is_not_set_up_lives_and_is_not_ready()
    {
        // The page that says what is missing has the same probes, and nothing of the portal behind them.
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseTestServer();
        await using var app = builder.Build();
        app.MapHealth();
        await app.StartAsync();
        using var probe = app.GetTestClient();
        Assert.Equal("live", await probe.GetStringAsync(new Uri("/health/live", UriKind.Relative)));
        using var answer = await probe.GetAsync(new Uri("/health/ready", UriKind.Relative));
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "not set up"), (answer.StatusCode, await answer.Content.ReadAsStringAsync()));
    }

    [Theory]
    [InlineData("127.0.0.1", 200)]
    [InlineData("::1", 200)]
    [InlineData("10.1.2.3", 200)]
    [InlineData("10.2.2.3", 404)]
    [InlineData("203.0.113.9", 404)]
    public async Task Meters_are_for_this_machine_and_for_whom_the_settings_name(string from, int status)
    {
        using var visitor = portal.Visit(remote: from);
        using var answer = await visitor.GetAsync("/metrics");
        Assert.Equal(status, (int)answer.StatusCode);
    }

    [Fact]
    public async Task Meters_tell_of_calls_lag_alarms_and_disk_and_of_no_person_no_token_and_no_link()
    {
        var created = await portal.CreateSessionAsync();
        using var visitor = portal.Visit();
        await visitor.OpenAsync(created.Link);
        using var away = await visitor.StartAsync(agreed: true);
        var token = System.Web.HttpUtility.ParseQueryString(away.Headers.Location!.Query)["token"]!;
        await portal.CaptureAndReturnAsync(visitor, away.Headers.Location!);
        await portal.Services.GetRequiredService<AlarmPass>().RunAsync(CancellationToken.None);
        _ = portal.Services.GetRequiredService<Core.Alarming.Health.PortalMeter>();
        var (_, words) = await AskAsync("/metrics");
        foreach (var meter in new[] { "faceh5portal_vendor_call_duration_seconds_count", "faceh5portal_harvest_lag_seconds", "faceh5portal_alarms_open", "faceh5portal_disk_free_bytes", "http_server_request_duration_seconds_count" })
            Assert.Contains(meter, words, StringComparison.Ordinal);
        foreach (var secret in new[] { created.Link.Segments[^1], token, SessionDriver.Number, "测试甲", created.Id.ToString(), "fh5_" })
            Assert.DoesNotContain(secret, words, StringComparison.Ordinal);
    }

    private async Task<(HttpStatusCode, string)> AskAsync(string path)
    {
        using var visitor = portal.Visit();
        using var answer = await visitor.GetAsync(path);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }
}
