using FaceH5Portal.Core.Ledger;
using FaceH5Portal.Core.Sessions;
using FaceH5Portal.TestKit;

namespace FaceH5Portal.Core.Tests.Harvesting;

public sealed class EveryPlanTests
{
    [Theory]
    [InlineData("1001", "idcard/submit", ChargeType.Verify)]
    [InlineData("1002", null, ChargeType.Ocr, ChargeType.Verify)]
    [InlineData("1003", null, ChargeType.Verify)]
    [InlineData("1004", "uploadMatchImage", ChargeType.Match)]
    [InlineData("1005", null)]
    [InlineData("1006", "idcard/submit", ChargeType.Verify)]
    [InlineData("1007", "idcard/submit", ChargeType.Verify)]
    public async Task A_person_passes_under_every_plan_after_its_own_step_and_for_its_own_charges(string plan, string? step, params ChargeType[] charges)
    {
        await using var portal = await PortalHarness.StartAsync();
        var session = await SessionDriver.CreateAsync(portal, plan, photo: Photos.Of(320, 240));
        var seen = await session.GoThroughAsync();

        Assert.Equal((SessionStatus.Passed, HarvestState.Complete), (seen.Row.Status, seen.Harvest));
        var steps = (await portal.Sandbox.CallsAsync()).Where(path => path is "idcard/submit" or "uploadMatchImage");
        Assert.Equal(step is null ? [] : [step], steps);
        Assert.Equal(charges.Order(), seen.Charges.Select(entry => entry.Type).Order());
        Assert.Equal(await portal.Sandbox.ChargesAsync(), seen.Charges.Count);
    }

    [Fact]
    public async Task The_synthesis_score_that_only_detail_has_completes_the_attempt()
    {
        await using var portal = await PortalHarness.StartAsync();
        var seen = await (await SessionDriver.CreateAsync(portal)).GoThroughAsync();
        Assert.Equal(0.0, Assert.Single(seen.Attempts).SpoofingScore);
    }
}
