using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Evidence;
using FaceH5Portal.Core.Harvesting;
using FaceH5Portal.Core.Plans;
using FaceH5Portal.Core.Sessions;
using FaceH5Portal.TestKit;

namespace FaceH5Portal.Core.Tests.Harvesting;

/// <summary>The vendor's own journal of calls: what is needed is asked once, in its turn, and nothing else is.</summary>
public sealed class NeededCallsTests : IAsyncLifetime
{
    private PortalHarness portal = null!;

    public static TheoryData<string, string, int> Plans => new()
    {
        { "1001", "idcard/submit", 1 },
        { "1002", "", 3 },
        { "1003", "", 1 },
        { "1004", "uploadMatchImage", 1 },
        { "1005", "", 1 },
        { "1006", "idcard/submit result/media/query", 6 },
        { "1007", "idcard/submit", 1 },
    };

    public static TheoryData<string> PlanIds => [.. SandboxPlans.All.Select(terms => terms.VendorPlanId)];

    public async Task InitializeAsync() => portal = await PortalHarness.StartAsync();

    public async Task DisposeAsync() => await portal.DisposeAsync();

    [Theory]
    [MemberData(nameof(Plans))]
    public async Task A_happy_session_of_every_plan_costs_exactly_the_needed_calls(string plan, string also, int files)
    {
        var session = await CreateAsync(plan);
        await session.StartAsync();
        await session.CaptureAsync();
        Assert.Equal(0, await portal.Sandbox.QuestionsAsync());
        await session.ComeBackAsync();
        await portal.OutliveTokenAsync();

        string[] needed = ["/oauth/2.0/token", "verifyToken/generate", "result/getall", "result/detail", "result/stat",
            .. also.Split(' ', StringSplitOptions.RemoveEmptyEntries)];
        var calls = await portal.Sandbox.CallsAsync();
        Assert.Equal(needed.Order(StringComparer.Ordinal), calls.Where(call => !IsFile(call)).Order(StringComparer.Ordinal));
        Assert.Equal(files, calls.Count(IsFile));
        Assert.Equal(HarvestState.Complete, (await session.SeeAsync()).Harvest);
    }

    [Theory]
    [MemberData(nameof(PlanIds))]
    public async Task Each_answer_that_it_is_still_comparing_costs_one_more_question(string plan)
    {
        var session = await CreateAsync(plan);
        await session.StartAsync();
        await portal.Sandbox.EnterIdentityOnPageAsync(session.VerifyToken);
        await session.CaptureOnPageAsync();
        await session.ComeBackAsync();
        Assert.Equal((SessionStatus.Confirming, 1), (await session.StatusAsync(), await portal.Sandbox.CallsOfAsync("result/getall")));
        portal.Advance(HarvestSchedule.Comparing(0));
        await portal.SweepAsync();
        Assert.Equal((SessionStatus.Passed, 2), (await session.StatusAsync(), await portal.Sandbox.CallsOfAsync("result/getall")));
    }

    [Theory]
    [MemberData(nameof(PlanIds))]
    public async Task An_abandoned_session_costs_one_question_with_early_probes_off(string plan) =>
        Assert.Equal(1, await AbandonAsync(plan));

    [Theory]
    [MemberData(nameof(PlanIds))]
    public async Task An_abandoned_session_costs_at_most_eight_questions_with_early_probes_on(string plan)
    {
        await SwitchProbesOnAsync(plan);
        Assert.InRange(await AbandonAsync(plan), 2, 8);
    }

    [Theory]
    [InlineData("1001", 1)]
    [InlineData("1002", 2)]
    [InlineData("1003", 2)]
    [InlineData("1004", 1)]
    [InlineData("1005", 1)]
    [InlineData("1006", 1)]
    [InlineData("1007", 2)]
    public async Task A_failed_token_is_asked_about_once_more_at_its_death_where_it_took_further_attempts(string plan, int questions)
    {
        var session = await CreateAsync(plan);
        await session.StartAsync();
        await portal.Sandbox.ControlAsync("script", new { verify_token = session.VerifyToken, attempts = new object[] { new { code = 223120 } } });
        await session.CaptureAsync();
        await session.ComeBackAsync();
        Assert.Equal(1, await portal.Sandbox.CallsOfAsync("result/getall"));
        await portal.OutliveTokenAsync();
        Assert.Equal(questions, await portal.Sandbox.CallsOfAsync("result/getall"));
        portal.Advance(TokenWindows.Results);
        await portal.SweepAsync();
        Assert.Equal(questions, await portal.Sandbox.CallsOfAsync("result/getall"));
    }

    [Fact]
    public async Task A_face_whose_address_died_comes_by_one_simple()
    {
        await portal.Sandbox.BreakAsync("face_image", "http500", 100);
        var session = await CreateAsync("1001");
        Assert.Equal(HarvestState.Partial, (await session.GoThroughAsync()).Harvest);
        await portal.Sandbox.ControlAsync("faults", new { clear = true });
        portal.Advance(TokenWindows.Media + TimeSpan.FromHours(1));
        await portal.SweepAsync();
        await AssertFaceBySimpleAsync(session);
    }

    [Fact]
    public async Task A_face_that_getall_names_no_usable_address_of_comes_by_one_simple()
    {
        await portal.Sandbox.ControlAsync("profile", new { face_image = "bare" });
        var session = await CreateAsync("1001");
        await session.GoThroughAsync();
        portal.Advance(TimeSpan.FromMinutes(1));
        await portal.SweepAsync();
        await AssertFaceBySimpleAsync(session);
    }

    [Theory]
    [MemberData(nameof(PlanIds))]
    public async Task A_face_that_came_by_its_address_needs_no_simple(string plan)
    {
        await (await CreateAsync(plan)).GoThroughAsync();
        Assert.Equal(0, await portal.Sandbox.CallsOfAsync("result/simple"));
    }

    private async Task AssertFaceBySimpleAsync(SessionDriver session)
    {
        var seen = await session.SeeAsync();
        Assert.Equal((HarvestState.Complete, 1), (seen.Harvest, seen.Evidence.Count(item => item.Kind == EvidenceKind.Face)));
        Assert.Equal(1, await portal.Sandbox.CallsOfAsync("result/simple"));
    }

    private static bool IsFile(string call) => call.StartsWith("/_sandbox/", StringComparison.Ordinal) || Path.HasExtension(call) && !call.EndsWith("2.0/token", StringComparison.Ordinal);

    private Task<SessionDriver> CreateAsync(string plan) => SessionDriver.CreateAsync(portal, plan, photo: Photos.Of(320, 240));

    /// <summary>Someone opens the capture and never acts; answers how often results were asked for until the vendor has forgotten.</summary>
    private async Task<int> AbandonAsync(string plan)
    {
        var session = await CreateAsync(plan);
        await session.StartAsync();
        for (var step = 0; step < 40; step++)
        {
            portal.Advance(TimeSpan.FromMinutes(5));
            await portal.SweepAsync();
        }
        portal.Advance(TokenWindows.Results);
        await portal.SweepAsync();
        Assert.Equal(SessionStatus.Expired, await session.StatusAsync());
        return await portal.Sandbox.QuestionsAsync();
    }

    private async Task SwitchProbesOnAsync(string plan)
    {
        var admin = Actor.InRole("admin-1", "Admin", Role.Administrator);
        var plans = portal.Get<PlanService>();
        var found = (await plans.ListAsync(admin, CancellationToken.None)).Value.Single(p => p.Terms.VendorPlanId == plan);
        Assert.True((await plans.ChangeAsync(admin, found.Id, found.Version, found.Terms with { EarlyProbes = true }, CancellationToken.None)).Ok);
    }
}
