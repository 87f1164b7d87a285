using System.Globalization;
using FaceH5Portal.Core.Subjects;

namespace FaceH5Portal.Web.Demo;

internal enum DemoEnding
{
    /// <summary>The link stays unopened.</summary>
    NeverOpens,

    /// <summary>Goes to the vendor's page and shuts it.</summary>
    LeavesCapture,

    /// <summary>Goes through the capture and shuts the browser.</summary>
    NeverReturns,

    AsksOtherWay,

    CancelledByOperator,

    ComesBack,
}

/// <summary>One person of the made-up month: who, on which plan, and how it goes.</summary>
internal sealed record DemoStory(string Reference, string Name, string Number, string PlanId, DemoEnding Ending, IReadOnlyList<DemoAttempt> Attempts);

/// <summary>Makes people up. Their numbers name a place that does not exist, so they can be nobody's.</summary>
internal sealed class DemoCast(DemoDice dice)
{
    private const string NoPlace = "990101";
    private const string LivenessPlan = "1005";
    private const string Surnames = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨";
    private const string GivenNames = "甲乙丙丁戊己庚辛壬癸";

    private static readonly (int Weight, string Plan)[] Plans =
        [(30, "1001"), (22, "1002"), (10, "1003"), (10, "1004"), (8, LivenessPlan), (8, "1006"), (12, "1007")];

    private static readonly (int Weight, DemoEnding Ending)[] Endings =
    [
        (6, DemoEnding.NeverOpens), (5, DemoEnding.LeavesCapture), (3, DemoEnding.NeverReturns),
        (2, DemoEnding.AsksOtherWay), (2, DemoEnding.CancelledByOperator), (82, DemoEnding.ComesBack),
    ];

    private static readonly (int Weight, int Code)[] Faults =
        [(35, 222360), (25, 223120), (12, 222356), (10, 222351), (8, 283457), (5, 222355), (5, 222361)];

    private int count;

    public DemoStory Next()
    {
        var plan = dice.Pick(Plans);
        return new DemoStory($"DEMO-{++count:0000}", Name(), Number(), plan, dice.Pick(Endings), Attempts(plan));
    }

    private string Name() => $"{dice.One(Surnames)}{dice.One(GivenNames)}{(dice.Chance(0.6) ? dice.One(GivenNames) : "")}";

    private string Number()
    {
        var born = new DateOnly(1956, 1, 1).AddDays(dice.From(0, 18_000));
        var number = $"{NoPlace}{born.ToString("yyyyMMdd", CultureInfo.InvariantCulture)}{dice.From(1, 1000):000}";
        return number + ResidentNumber.CheckCharacter(number);
    }

    private DemoAttempt[] Attempts(string plan)
    {
        if (dice.Chance(0.78))
            return [Pass(plan)];
        var first = plan == LivenessPlan ? new DemoAttempt(223120) : Fault(dice.Pick(Faults));
        return dice.Chance(0.7) ? [first, Pass(plan)] : dice.Chance(0.5) ? [first, first] : [first];
    }

    private DemoAttempt Fault(int code) => new(code, code == 222360 ? Score(38, 79.9) : null);

    private DemoAttempt Pass(string plan) => new(
        0, plan == LivenessPlan ? null : Score(82, 99.8), dice.Chance(0.03) ? $"{dice.From(1, 3)}" : null);

    private double Score(double least, double most) => Math.Round(dice.Between(least, most), 2);
}
