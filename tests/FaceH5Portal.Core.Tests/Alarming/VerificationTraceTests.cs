using System.Collections.Concurrent;
using System.Diagnostics;
using FaceH5Portal.Core.Data;
using FaceH5Portal.TestKit;
using FaceH5Portal.Vendors.Watching;

namespace FaceH5Portal.Core.Tests.Alarming;

/// <summary>One trace for one verification, and nothing in it that names somebody or opens something.</summary>
public sealed class VerificationTraceTests : IAsyncLifetime, IDisposable
{
    private readonly ConcurrentQueue<Activity> ended = new();
    private readonly ActivityListener listener;
    private PortalHarness portal = null!;

    public VerificationTraceTests()
    {
        listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name is VerificationTrace.Name or VendorCalls.Name,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = ended.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
    }

    public async Task InitializeAsync() => portal = await PortalHarness.StartAsync();

    public async Task DisposeAsync() => await portal.DisposeAsync();

    public void Dispose() => listener.Dispose();

    [Fact]
    public async Task Creation_launch_return_and_harvest_of_a_session_are_one_trace_whose_id_is_the_sessions()
    {
        var session = await SessionDriver.CreateAsync(portal);
        var other = await SessionDriver.CreateAsync(portal);
        using (new Activity("a request").Start())
            await session.StartAsync();
        await session.CaptureAsync();
        using (new Activity("another request").Start())
            await session.ReturnAsync();
        await portal.SweepAsync();
        var steps = TraceOf(session).Select(activity => activity.OperationName).ToList();
        Assert.Equal(["verification.create", "verification.launch", "verification.return", "verification.verdict", "verification.fetch"],
            steps.Where(step => step.StartsWith("verification.", StringComparison.Ordinal)).Distinct().OrderBy(Order));
        Assert.Contains("vendor.call", steps);
        Assert.Equal(["verification.create"], TraceOf(other).Select(activity => activity.OperationName));
        Assert.NotEmpty(TraceOf(session).Single(activity => activity.OperationName == "verification.launch").Links);
    }

    [Fact]
    public async Task A_trace_holds_no_person_no_token_and_no_link()
    {
        var session = await SessionDriver.CreateAsync(portal, name: "测试222351");
        await session.GoThroughAsync();
        var told = string.Join('\n', TraceOf(session).Select(activity =>
            $"{activity.DisplayName} {string.Join(' ', activity.TagObjects)} {string.Join(' ', activity.Events.Select(one => one.Name))} {activity.StatusDescription}"));
        Assert.Contains("result/getall", told, StringComparison.Ordinal);
        foreach (var secret in new[] { SessionDriver.Number, "测试222351", session.VerifyToken, session.State, session.Link.Segments[^1], "access_token" })
            Assert.DoesNotContain(secret, told, StringComparison.Ordinal);
    }

    private IEnumerable<Activity> TraceOf(SessionDriver session) => ended.Where(activity => activity.TraceId == VerificationTrace.TraceOf(session.Id));

    private static int Order(string step) => Array.IndexOf(["verification.create", "verification.launch", "verification.return", "verification.verdict", "verification.fetch"], step);
}
