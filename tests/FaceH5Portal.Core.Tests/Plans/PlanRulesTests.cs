using FaceH5Portal.Core.Plans;

namespace FaceH5Portal.Core.Tests.Plans;

public sealed class PlanRulesTests
{
    private static readonly PlanTerms Good = SandboxPlans.All[0];

    [Fact]
    public void The_sandboxes_plans_are_good() => Assert.All(SandboxPlans.All, terms => Assert.Empty(PlanRules.Check(terms)));

    [Fact]
    public void Each_fault_names_its_field()
    {
        Expect(Good with { Name = " " }, "Name", "text-required");
        Expect(Good with { Purpose = "" }, "Purpose", "text-required");
        Expect(Good with { Name = new string('x', 101) }, "Name", "text-too-long");
        Expect(Good with { VendorPlanId = "abc" }, "VendorPlanId", "plan-vendor-id");
        Expect(Good with { Threshold = 101 }, "Threshold", "number-out-of-range");
        Expect(Good with { MaxAttempts = 0 }, "MaxAttempts", "number-out-of-range");
        Expect(Good with { RetentionDays = 31, RetentionPurpose = "A court asked for it." }, "RetentionDays", "number-out-of-range");
        Expect(Good with { ComparisonPrice = -1 }, "ComparisonPrice", "number-out-of-range");
        Expect(Good with { Source = ComparisonSource.OwnPhoto }, "Entry", "plan-entry-without-authority");
        Expect(Good with { Entry = IdentityEntry.None }, "Entry", "plan-authority-without-entry");
    }

    [Fact]
    public void A_price_beyond_the_highest_is_told_in_yuan() =>
        Assert.Equal([0, 1_000], Assert.Single(PlanRules.Check(Good with { OcrPrice = 10_000_001 })).Args);

    private static void Expect(PlanTerms terms, string field, string code)
    {
        var error = Assert.Single(PlanRules.Check(terms));
        Assert.Equal((field, code), (error.Field, error.Code));
    }
}
