using System.Globalization;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Plans;
using FaceH5Portal.Core.Privacy;
using FaceH5Portal.Core.Privacy.Assessing;
using FaceH5Portal.Core.Tests.Erasure;
using FaceH5Portal.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace FaceH5Portal.Core.Tests.Privacy;

public sealed class AssessmentTests : IAsyncLifetime
{
    private static readonly NewAssessment Thought = new("Needed by the anti-fraud rules.", "A face may leak.", "Encrypted, three days, few people.");

    private PortalHarness portal = null!;

    private AssessmentDesk Desk => portal.Get<AssessmentDesk>();

    public async Task InitializeAsync() => portal = await PortalHarness.StartAsync(
        also: services => services.AddSingleton(new PrivacySettings { AssessmentIsRequired = true }));

    public async Task DisposeAsync() => await portal.DisposeAsync();

    [Fact]
    public async Task Where_real_people_are_verified_no_plan_is_used_before_its_impact_is_assessed()
    {
        Assert.Equal("assessment-missing", CodeOf(await SessionDriver.TryCreateAsync(portal, "1001")));
        Assert.True((await Desk.RecordAsync(ErasureBench.Admin, (await PlanAsync()).Id, Thought, default)).Ok);
        Assert.True((await SessionDriver.TryCreateAsync(portal, "1001")).Ok);
        Assert.Equal("assessment-missing", CodeOf(await SessionDriver.TryCreateAsync(portal, "1007")));
    }

    [Fact]
    public async Task It_is_asked_for_anew_when_the_plan_changes_in_what_matters_and_not_for_a_price()
    {
        await Desk.RecordAsync(ErasureBench.Admin, (await PlanAsync()).Id, Thought, default);
        await ChangeAsync(terms => terms with { ComparisonPrice = 9_000, Name = "Another name", Threshold = 85 });
        Assert.True((await SessionDriver.TryCreateAsync(portal, "1001")).Ok);
        await ChangeAsync(terms => terms with { Purpose = "Opening an account" });
        Assert.Equal("assessment-outdated", CodeOf(await SessionDriver.TryCreateAsync(portal, "1001")));
        Assert.False((await Desk.ListAsync(SessionDriver.Operator, default)).Value.Single(plan => plan.Plan.Terms.VendorPlanId == "1001").IsCurrent);
    }

    [Fact]
    public async Task With_the_sandbox_it_is_shown_and_not_enforced()
    {
        await using var sandbox = await PortalHarness.StartAsync();
        Assert.True((await SessionDriver.TryCreateAsync(sandbox, "1001")).Ok);
        Assert.All((await sandbox.Get<AssessmentDesk>().ListAsync(SessionDriver.Operator, default)).Value, plan => Assert.Null(plan.Last));
    }

    [Fact]
    public async Task It_takes_the_right_and_all_three_answers()
    {
        var plan = (await PlanAsync()).Id;
        Assert.Equal(PortalError.AccessDenied, CodeOf(await Desk.RecordAsync(SessionDriver.Operator, plan, Thought, default)));
        var errors = (await Desk.RecordAsync(ErasureBench.Admin, plan, new NewAssessment("", "x", new string('m', AssessmentDesk.LongestText + 1)), default)).Errors;
        Assert.Equal([("text-required", "Necessity"), ("text-too-long", "Measures")], errors.Select(error => (error.Code, error.Field!)));
    }

    [Theory]
    [InlineData("2026-09-30", 1, "2026-10-08")]
    [InlineData("2026-10-09", 1, "2026-10-10")]
    [InlineData("2026-10-10", 1, "2026-10-12")]
    [InlineData("2026-03-02", 15, "2026-03-23")]
    [InlineData("2026-03-02", 30, "2026-04-13")]
    public void Deadlines_are_counted_in_working_days(string from, int count, string until)
    {
        var days = new WorkingDays(new PrivacySettings
        {
            Holidays = Enumerable.Range(1, 7).Select(day => new DateOnly(2026, 10, day)).ToHashSet(),
            ExtraWorkingDays = new HashSet<DateOnly> { new(2026, 10, 10) },
        });
        var (first, last) = (DateOnly.Parse(from, CultureInfo.InvariantCulture), DateOnly.Parse(until, CultureInfo.InvariantCulture));
        Assert.Equal(last, days.After(first, count));
        Assert.Equal((count, -count), (days.Left(first, last), days.Left(last, first)));
    }

    private async Task<Plan> PlanAsync() =>
        (await portal.Get<PlanService>().ListAsync(ErasureBench.Admin, default)).Value.Single(plan => plan.Terms.VendorPlanId == "1001");

    private async Task ChangeAsync(Func<PlanTerms, PlanTerms> change)
    {
        var plan = await PlanAsync();
        Assert.True((await portal.Get<PlanService>().ChangeAsync(ErasureBench.Admin, plan.Id, plan.Version, change(plan.Terms), default)).Ok);
    }

    private static string CodeOf<T>(Result<T> answer) => Assert.Single(answer.Errors).Code;
}
