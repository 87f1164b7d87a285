using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Billing.Packages;
using FaceH5Portal.Core.Ledger;
using FaceH5Portal.Core.Subjects;
using FaceH5Portal.TestKit;

namespace FaceH5Portal.Core.Tests.Billing;

public sealed class PackageTests : IAsyncLifetime
{
    private static readonly Actor Administrator = Actor.InRole("test-administrator", "Administrator", Role.Administrator);

    private PortalHarness portal = null!;

    public async Task InitializeAsync() => portal = await PortalHarness.StartAsync();

    public async Task DisposeAsync() => await portal.DisposeAsync();

    [Fact]
    public async Task A_package_counts_the_calls_of_its_type_from_its_first_day()
    {
        await (await SessionDriver.CreateAsync(portal)).GoThroughAsync();
        await AddAsync(ChargeType.Verify, 10, Today);
        await AddAsync(ChargeType.Ocr, 10, Today);
        await AddAsync(ChargeType.Verify, 5, Today.AddDays(1));
        Assert.Equal([(ChargeType.Verify, 9), (ChargeType.Verify, 5), (ChargeType.Ocr, 10)], (await ListAsync()).Select(view => (view.Package.Type, view.Left)));
    }

    [Fact]
    public async Task A_removed_package_is_gone()
    {
        var id = await AddAsync(ChargeType.Verify, 10, Today);
        Assert.True((await Desk.RemoveAsync(Administrator, id, CancellationToken.None)).Ok);
        Assert.Empty(await ListAsync());
        Assert.Equal("not-found", (await Desk.RemoveAsync(Administrator, id, CancellationToken.None)).Errors[0].Code);
    }

    [Theory]
    [InlineData(ChargeType.Unknown, 1, 0, 1, "package-type")]
    [InlineData(ChargeType.Verify, 0, 0, 1, "number-out-of-range")]
    [InlineData(ChargeType.Verify, 1, 1, 0, "package-days")]
    [InlineData(ChargeType.Verify, 1, -5000, 1, "package-days")]
    [InlineData(ChargeType.Verify, 1, 0, 5000, "package-days")]
    public async Task A_package_that_nobody_could_have_bought_is_refused(ChargeType type, int units, int from, int until, string code) => Assert.Equal(code,
        (await Desk.AddAsync(Administrator, new NewPackage(type, units, Today.AddDays(from), Today.AddDays(until)), CancellationToken.None)).Errors.Single().Code);

    private PackageDesk Desk => portal.Get<PackageDesk>();

    private DateOnly Today => ChinaDate.Today(portal.Clock);

    private async Task<Guid> AddAsync(ChargeType type, int units, DateOnly from) =>
        (await Desk.AddAsync(Administrator, new NewPackage(type, units, from, null), CancellationToken.None)).Value;

    private async Task<IReadOnlyList<PackageView>> ListAsync() => (await Desk.ListAsync(Administrator, CancellationToken.None)).Value;
}
