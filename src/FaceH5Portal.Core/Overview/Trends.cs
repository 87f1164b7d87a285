using FaceH5Portal.Core.Sessions;

namespace FaceH5Portal.Core.Overview;

/// <summary>Counts of a day, of a plan or of both; what may not be seen or did not happen is null.</summary>
public sealed record Tally(int Created, int Passed, int Failed, long? Amount, DayShape Shape)
{
    /// <summary>Of those that came to a verdict.</summary>
    public double? PassRate => Passed + Failed == 0 ? null : (double)Passed / (Passed + Failed);

    /// <summary>In 1/10,000 CNY.</summary>
    public long? CostPerPass => Amount is not { } amount || Passed == 0 ? null : amount / Passed;

    public TimeSpan? Median => ResultTimes.Within(Shape.Times, 0.5);

    public TimeSpan? Ninetieth => ResultTimes.Within(Shape.Times, 0.9);

    public static Tally Of(IReadOnlyCollection<DayFacts> facts, bool seesMoney) => new(
        facts.Sum(day => day.Created), facts.Sum(day => day.Passed), facts.Sum(day => day.Failed), seesMoney ? facts.Sum(day => day.Amount) : null,
        new DayShape
        {
            Failures = facts.SelectMany(day => day.Shape.Failures).GroupBy(pair => pair.Key).ToDictionary(group => group.Key, group => group.Sum(pair => pair.Value)),
            Times = ResultTimes.Sum(facts.Select(day => day.Shape.Times)),
        });
}

/// <summary>Every day of a stretch, the earliest first, and the same by plan.</summary>
public sealed record Trends(IReadOnlyList<(DateOnly Day, Tally Tally)> Days, IReadOnlyList<(Guid PlanId, Tally Tally)> Plans, Tally Whole)
{
    /// <summary>What made attempts fail, the most frequent first.</summary>
    public IReadOnlyList<Outcome> Reasons => [.. Whole.Shape.Failures.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key).Select(pair => pair.Key)];
}
