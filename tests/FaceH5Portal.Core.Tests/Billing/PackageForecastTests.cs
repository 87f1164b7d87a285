using FaceH5Portal.Core.Billing.Packages;
using FaceH5Portal.Core.Ledger;

namespace FaceH5Portal.Core.Tests.Billing;

public sealed class PackageForecastTests
{
    private static readonly DateOnly Today = new(2026, 3, 29);

    [Fact]
    public void A_package_runs_out_when_the_pace_of_late_has_used_it_up()
    {
        var view = Forecast([Package(1000)], Daily(28, 10)).Single();
        Assert.Equal((720, Today.AddDays(72), 0), (view.Left, view.RunsOutOn, view.Lapsing));
    }

    [Fact]
    public void What_is_over_before_it_is_used_up_lapses_and_says_how_much()
    {
        var view = Forecast([Package(1000, until: Today.AddDays(10))], Daily(28, 10)).Single();
        Assert.Equal((720, Today.AddDays(11), 620), (view.Left, view.RunsOutOn, view.Lapsing));
    }

    [Fact]
    public void What_is_over_soonest_is_used_first()
    {
        var views = Forecast([Package(300), Package(300, until: Today.AddDays(5))], Daily(20, 10));
        Assert.Equal([(Today.AddDays(5), 100, Today.AddDays(6), 50), (null, 300, (DateOnly?)Today.AddDays(35), 0)],
            views.Select(view => (view.Package.Until, view.Left, view.RunsOutOn, view.Lapsing)));
    }

    [Fact]
    public void A_used_up_package_keeps_the_day_that_took_its_last_call()
    {
        var view = Forecast([Package(35)], Daily(10, 10)).Single();
        Assert.Equal((0, Today.AddDays(-7)), (view.Left, view.RunsOutOn));
    }

    [Fact]
    public void Without_calls_nothing_is_foretold()
    {
        var view = Forecast([Package(10)], new Dictionary<DateOnly, int>()).Single();
        Assert.Equal((10, null), (view.Left, view.RunsOutOn));
    }

    [Fact]
    public void A_young_portal_is_not_taken_for_a_slow_one() => Assert.Equal(10, PackageForecast.Pace(Daily(2, 10), Today));

    [Fact]
    public void Today_is_not_over_and_makes_no_pace()
    {
        var calls = new Dictionary<DateOnly, int> { [Today.AddDays(-1)] = 8, [Today] = 1 };
        Assert.Equal(8, PackageForecast.Pace(calls, Today));
    }

    [Fact]
    public void Calls_before_the_first_day_are_not_paid_for() =>
        Assert.Equal(90, Forecast([Package(100, from: Today.AddDays(-1))], Daily(20, 10)).Single().Left);

    [Fact]
    public void A_reversed_call_comes_back_and_never_more_than_was_bought()
    {
        var calls = new Dictionary<DateOnly, int> { [Today.AddDays(-3)] = 2, [Today.AddDays(-2)] = -1, [Today.AddDays(-1)] = -5 };
        Assert.Equal(10, Forecast([Package(10)], calls).Single().Left);
    }

    [Fact]
    public void Beyond_the_horizon_nobody_guesses() => Assert.Null(Forecast([Package(1_000_000)], Daily(28, 1)).Single().RunsOutOn);

    private static IReadOnlyList<PackageView> Forecast(CallPackage[] packages, IReadOnlyDictionary<DateOnly, int> calls) =>
        PackageForecast.Of(packages, calls, Today);

    private static Dictionary<DateOnly, int> Daily(int days, int calls) =>
        Enumerable.Range(1, days).ToDictionary(back => Today.AddDays(-back), _ => calls);

    private static CallPackage Package(int units, DateOnly? from = null, DateOnly? until = null) => new()
    {
        Id = Guid.NewGuid(),
        Type = ChargeType.Verify,
        Units = units,
        From = from ?? Today.AddDays(-200),
        Until = until,
        CreatedAtUtc = DateTime.UnixEpoch,
    };
}
