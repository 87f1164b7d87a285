namespace FaceH5Portal.Core.Billing.Packages;

/// <summary>A package, what is left of it, and what will become of it at the pace of late.</summary>
/// <param name="Package">As it was bought.</param>
/// <param name="Left">Calls that it still pays for.</param>
/// <param name="RunsOutOn">The day that takes its last call, or the first one after it is over; null where that is too far off to tell.</param>
/// <param name="Lapsing">Calls that will be left when it is over, or that were.</param>
public sealed record PackageView(CallPackage Package, int Left, DateOnly? RunsOutOn, int Lapsing);

/// <summary>
/// Draws calls from packages, day by day, and goes on doing so at the pace of late. What is over soonest is used first;
/// what no package pays for is charged by call. A pure function of what was bought and what was called.
/// </summary>
public static class PackageForecast
{
    /// <summary>So many days make the pace; a week day and a holiday then weigh as often as they come.</summary>
    public const int PaceDays = 28;

    /// <summary>Beyond, a forecast is a guess.</summary>
    public const int Horizon = 730;

    /// <param name="packages">Of one type of call.</param>
    /// <param name="calls">Charged calls of that type by day; days without one may be missing.</param>
    /// <param name="today">The day it is in Beijing; it is not over yet, so the pace is that of the days before it.</param>
    public static IReadOnlyList<PackageView> Of(IEnumerable<CallPackage> packages, IReadOnlyDictionary<DateOnly, int> calls, DateOnly today)
    {
        var drawn = packages.OrderBy(package => package.Until ?? DateOnly.MaxValue).ThenBy(package => package.From).ThenBy(package => package.Id)
            .Select(package => new Drawing(package)).ToList();
        if (drawn.Count == 0)
            return [];
        for (var day = drawn.Min(drawing => drawing.Package.From); day <= today; day = day.AddDays(1))
            Draw(drawn, day, calls.GetValueOrDefault(day));
        foreach (var drawing in drawn)
            drawing.LeftToday = drawing.Left;
        var pace = Pace(calls, today);
        for (var day = today.AddDays(1); day <= today.AddDays(Horizon); day = day.AddDays(1))
            Draw(drawn, day, pace);
        return [.. drawn.Select(drawing => drawing.View())];
    }

    /// <summary>Calls a day, from the first day that had any, so that a young portal is not taken for a slow one.</summary>
    public static double Pace(IReadOnlyDictionary<DateOnly, int> calls, DateOnly today)
    {
        var late = calls.Where(day => day.Key < today && day.Key >= today.AddDays(-PaceDays)).ToList();
        return late.Count == 0 ? 0 : Math.Max(0, (double)late.Sum(day => day.Value) / (today.DayNumber - late.Min(day => day.Key).DayNumber));
    }

    private static void Draw(List<Drawing> drawn, DateOnly day, double calls)
    {
        foreach (var drawing in drawn.Where(drawing => drawing.Package.IsInForceOn(day)))
            calls -= drawing.Take(calls, day);
        foreach (var drawing in drawn)
            drawing.EndDay(day);
    }

    private sealed class Drawing(CallPackage package)
    {
        // Sums of fractions of a call come near a whole one and not onto it.
        private const double Nothing = 1e-6;

        private DateOnly? usedUpOn;
        private double lapsed;

        public CallPackage Package => package;

        public double Left { get; private set; } = package.Units;

        public double LeftToday { get; set; }

        public double Take(double calls, DateOnly day)
        {
            // A reversed call gives back, but never more than was bought.
            var taken = Math.Clamp(calls, Left - package.Units, Left);
            Left -= taken;
            usedUpOn = Left > Nothing ? null : usedUpOn ?? day;
            return taken;
        }

        public void EndDay(DateOnly day)
        {
            if (package.Until == day && Left > Nothing)
                (lapsed, Left) = (Left, 0);
        }

        public PackageView View() => new(package, (int)Math.Floor(LeftToday + Nothing),
            usedUpOn ?? (lapsed > 0 ? package.Until!.Value.AddDays(1) : null), (int)Math.Floor(lapsed + Nothing));
    }
}
