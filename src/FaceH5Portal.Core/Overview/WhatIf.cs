namespace FaceH5Portal.Core.Overview;

/// <summary>Sessions that ended alike with the same best score.</summary>
/// <param name="Score">In hundredths; null where no score decided.</param>
/// <param name="Passed">As the vendor had it.</param>
/// <param name="Stays">It passed by something else than a score, so no threshold changes it.</param>
public sealed record ScoreBucket(int? Score, bool Passed, bool Stays, int Sessions);

/// <summary>What another threshold would have made of the same sessions.</summary>
public sealed record WhatIfAnswer(int Passes, int Failures, int NowPassing, int NowFailing, long? CostPerPass);

/// <summary>Stored scores, to be held against a threshold that nobody has set. Changes nothing.</summary>
/// <param name="Amount">What the sessions' days cost, in 1/10,000 CNY; null for those who may not see money.</param>
public sealed record WhatIfScores(IReadOnlyList<ScoreBucket> Buckets, long? Amount)
{
    public const int Hundredths = 100;

    public int Sessions => Buckets.Sum(bucket => bucket.Sessions);

    public int WithoutScore => Buckets.Where(bucket => bucket.Score is null).Sum(bucket => bucket.Sessions);

    /// <summary>As it was.</summary>
    public WhatIfAnswer AsItWas => Answer(bucket => bucket.Passed);

    /// <param name="threshold">From 0 to 100, in the vendor's steps of 0.01.</param>
    public WhatIfAnswer At(decimal threshold)
    {
        var wanted = (int)decimal.Round(threshold * Hundredths);
        return Answer(bucket => bucket.Stays || (bucket.Score is { } score ? score >= wanted : bucket.Passed));
    }

    private WhatIfAnswer Answer(Func<ScoreBucket, bool> passes)
    {
        var passing = Count(passes);
        return new WhatIfAnswer(passing, Sessions - passing, Count(bucket => passes(bucket) && !bucket.Passed),
            Count(bucket => !passes(bucket) && bucket.Passed), passing == 0 ? null : Amount / passing);
    }

    private int Count(Func<ScoreBucket, bool> which) => Buckets.Where(which).Sum(bucket => bucket.Sessions);
}
