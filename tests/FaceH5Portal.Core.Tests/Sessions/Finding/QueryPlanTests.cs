using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Sessions;
using FaceH5Portal.Core.Sessions.Finding;
using FaceH5Portal.Core.Subjects;
using FaceH5Portal.Core.Tests.Data;
using FaceH5Portal.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace FaceH5Portal.Core.Tests.Sessions.Finding;

/// <summary>Asks SQLite how it answers each statement that a list sends.</summary>
public sealed class QueryPlanTests : IAsyncLifetime
{
    private readonly Explainer explainer = new();
    private PortalHarness portal = null!;
    private ListBench list = null!;

    public async Task InitializeAsync()
    {
        portal = await PortalHarness.StartAsync(also: services =>
            services.ConfigureDbContext<PortalDbContext>(options => options.AddInterceptors(explainer)));
        list = new ListBench(portal);
        await list.CopyAsync(await list.CreateAsync(), 40);
    }

    public async Task DisposeAsync() => await portal.DisposeAsync();

    public static TheoryData<string, SessionSort> Indexed => new()
    {
        { "", SessionSort.Created }, { "", SessionSort.Expiry }, { "", SessionSort.Status }, { "", SessionSort.Plan },
        { "status", SessionSort.Created }, { "status", SessionSort.Expiry }, { "status", SessionSort.Status },
        { "plan", SessionSort.Created }, { "plan", SessionSort.Plan }, { "harvest", SessionSort.Created },
        { "review", SessionSort.Created }, { "reference", SessionSort.Created }, { "dates", SessionSort.Created },
    };

    [Theory]
    [MemberData(nameof(Indexed))]
    public async Task A_page_is_read_in_the_order_of_an_index(string by, SessionSort sort)
    {
        foreach (var ascending in new[] { true, false })
        {
            var filter = (await FilterAsync(by)) with { Sort = sort, Ascending = ascending, Limit = 3 };
            var first = await list.FindAsync(filter);
            var mark = first.Items.Count > 0 ? first.Items[^1].Mark : null;
            explainer.Start();
            await list.FindAsync(filter with { Mark = mark });
            Assert.All(explainer.Plans, AssertIndexed);
            Assert.DoesNotContain(explainer.Plans, plan => plan.Contains("TEMP B-TREE", StringComparison.Ordinal));
            Assert.Contains(explainer.Plans, plan => plan.Contains("USING INDEX IX_Sessions", StringComparison.Ordinal)
                || plan.Contains("USING COVERING INDEX IX_Sessions", StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("name")]
    [InlineData("number")]
    [InlineData("logId")]
    [InlineData("charged")]
    [InlineData("review")]
    public async Task What_needs_sorting_is_found_through_an_index(string by)
    {
        explainer.Start();
        await list.FindAsync((await FilterAsync(by)) with { Sort = SessionSort.Expiry });
        await list.CountAsync(await FilterAsync(by));
        Assert.NotEmpty(explainer.Plans);
        Assert.All(explainer.Plans, AssertIndexed);
    }

    [Theory]
    [InlineData("plan")]
    [InlineData("harvest")]
    [InlineData("reference")]
    public async Task Whether_they_are_few_is_counted_without_sorting_them(string by)
    {
        var filter = await FilterAsync(by);
        explainer.Start();
        await list.FindAsync(filter with { Sort = SessionSort.Expiry });
        Assert.Contains("SEARCH", explainer.Plans[0], StringComparison.Ordinal);
        Assert.DoesNotContain("TEMP B-TREE", explainer.Plans[0], StringComparison.Ordinal);
    }

    // A scan that names an index goes through it in order and stops at the limit; one that names none reads the table.
    private static void AssertIndexed(string plan) => Assert.DoesNotContain(plan.Split('\n'), line =>
        line.StartsWith("SCAN", StringComparison.Ordinal) && line.Contains("\"Sessions\"", StringComparison.Ordinal) && !line.Contains("INDEX", StringComparison.Ordinal)
        || line is "SCAN s" or "SCAN Sessions" or "SCAN Subjects" or "SCAN Attempts");

    private async Task<SessionFilter> FilterAsync(string by)
    {
        var all = new SessionFilter { Limit = 25 };
        return by switch
        {
            "status" => all with { Status = SessionStatus.AwaitingUser },
            "plan" => all with { PlanIds = [await list.PlanAsync("1001")] },
            "harvest" => all with { Harvest = HarvestState.NotDue },
            "review" => all with { Review = ReviewState.Needed },
            "reference" => all with { Reference = "order-7" },
            "charged" => all with { IsCharged = true },
            "logId" => all with { LogId = "1" },
            "name" => all with { Person = SoughtPerson.Of("测试甲", null) },
            "number" => all with { Person = SoughtPerson.Of(null, SessionDriver.Number) },
            "dates" => all with { CreatedFromUtc = DateTime.UnixEpoch, CreatedBeforeUtc = portal.NowUtc.AddDays(1) },
            _ => all,
        };
    }
}
