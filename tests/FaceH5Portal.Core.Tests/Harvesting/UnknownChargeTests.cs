using FaceH5Portal.TestKit;

namespace FaceH5Portal.Core.Tests.Harvesting;

public sealed class UnknownChargeTests : IAsyncLifetime
{
    private PortalHarness portal = null!;

    public async Task InitializeAsync() => portal = await PortalHarness.StartAsync();

    public async Task DisposeAsync() => await portal.DisposeAsync();

    [Fact]
    public async Task A_charge_that_neither_the_bill_nor_the_table_speaks_of_is_kept_as_unknown()
    {
        portal.Wire.SilenceBill();
        Assert.Null(await ChargedAsync());
    }

    [Fact]
    public async Task A_bill_that_says_no_is_kept_as_no_whatever_the_code() => Assert.False(await ChargedAsync());

    private async Task<bool?> ChargedAsync()
    {
        await portal.Sandbox.ScriptAsync(SessionDriver.Number, new { code = 222999 });
        return Assert.Single((await (await SessionDriver.CreateAsync(portal)).GoThroughAsync()).Attempts).IsCharged;
    }
}
