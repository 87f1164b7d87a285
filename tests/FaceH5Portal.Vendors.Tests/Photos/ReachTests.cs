using FaceH5Portal.Vendors.Photos;
using FaceH5Portal.Vendors.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace FaceH5Portal.Vendors.Tests.Photos;

/// <summary>Whether a photo vendor is there is found out without a check, a key or a cent.</summary>
public sealed class ReachTests
{
    [Theory]
    [InlineData(PhotoVendor.Juhe)]
    [InlineData(PhotoVendor.TencentLegacy)]
    [InlineData(PhotoVendor.TencentV2)]
    [InlineData(PhotoVendor.Linkface)]
    public async Task Each_vendor_is_reached_and_nothing_stands_on_its_books(PhotoVendor vendor)
    {
        await using var sandbox = await LiveSandbox.StartAsync();
        using var bench = PhotoBench.Against(sandbox.Url, TimeProvider.System);
        var answer = await bench.Reach.LookAsync(vendor, CancellationToken.None);
        Assert.Equal("127.0.0.1", answer.Value!.Host);
        Assert.InRange(answer.Value.ClockAhead!.Value, TimeSpan.FromSeconds(-30), TimeSpan.FromSeconds(30));
        Assert.Empty(await sandbox.PhotoBooksAsync());
    }

    [Fact]
    public async Task A_clock_of_ours_that_is_ahead_is_told_by_how_much()
    {
        await using var sandbox = await LiveSandbox.StartAsync();
        using var bench = PhotoBench.Against(sandbox.Url, new FakeTimeProvider(TimeProvider.System.GetUtcNow().AddHours(1)));
        Assert.InRange((await bench.Reach.LookAsync(PhotoVendor.Linkface, CancellationToken.None)).Value!.ClockAhead!.Value, TimeSpan.FromMinutes(59), TimeSpan.FromMinutes(61));
    }

    [Fact]
    public async Task One_that_is_away_is_a_fault()
    {
        using var bench = PhotoBench.Against("http://127.0.0.1:9");
        Assert.Equal(VendorFaultKind.Unreachable, (await bench.Reach.LookAsync(PhotoVendor.Juhe, CancellationToken.None)).Fault!.Kind);
    }
}
