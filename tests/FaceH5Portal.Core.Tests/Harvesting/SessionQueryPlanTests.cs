using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Plans;
using FaceH5Portal.Core.Sessions;
using FaceH5Portal.Core.Sessions.Finding;
using FaceH5Portal.Core.Subjects;
using FaceH5Portal.Core.Tests.Data;
using FaceH5Portal.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace FaceH5Portal.Core.Tests.Harvesting;

/// <summary>What a session needs costs the same among a million others: no query of its life goes through those of its plan.</summary>
public sealed class SessionQueryPlanTests : IAsyncLifetime
{
    /// <summary>Plans, budgets and rows made up for the question.</summary>
    private static readonly string[] Few = ["SCAN p", "SCAN b", "SCAN CONSTANT ROW"];

    private readonly Explainer explainer = new();
    private PortalHarness portal = null!;

    public async Task InitializeAsync() => portal = await PortalHarness.StartAsync(also: services =>
        services.ConfigureDbContext<PortalDbContext>(options => options.AddInterceptors(explainer)));

    public async Task DisposeAsync() => await portal.DisposeAsync();

    [Theory]
    [InlineData("1001")]
    [InlineData("1007")]
    public async Task A_session_is_led_to_its_end_without_going_through_others(string plan)
    {
        explainer.Start();
        await (await SessionDriver.CreateAsync(portal, plan)).GoThroughAsync();
        Assert.NotEmpty(explainer.Plans);
        Assert.All(explainer.Plans, AssertOwn);
        var rows = explainer.PlansOfRows();
        Assert.True(rows.Count > 20, $"{rows.Count}");
        Assert.All(rows, AssertOwn);
    }

    [Fact]
    public async Task A_duplicate_is_found_by_its_person()
    {
        var plans = await portal.Get<PlanService>().ListAsync(SessionDriver.Operator, CancellationToken.None);
        var request = new NewSession(plans.Value[0].Id) { Identity = new Identity("测试甲", SessionDriver.Number, CertificateType.ResidentIdCard), Reference = "order-1" };
        explainer.Start();
        Assert.True((await portal.Get<DuplicateSearch>().FindAsync(SessionDriver.Operator, request, CancellationToken.None)).Ok);
        Assert.True(explainer.Plans.Count > 1);
        Assert.All(explainer.Plans, AssertOwn);
    }

    // What is due is found by its state and its time, and stops at those that are due.
    private static void AssertOwn(string plan) => Assert.DoesNotContain(plan.Split('\n'), line =>
        line.Contains(" IX_Sessions_PlanId", StringComparison.Ordinal) || line.EndsWith("(Status=?)", StringComparison.Ordinal)
        || line.StartsWith("SCAN", StringComparison.Ordinal) && !Few.Contains(line));
}
