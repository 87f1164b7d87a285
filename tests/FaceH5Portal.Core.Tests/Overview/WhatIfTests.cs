using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Overview;
using FaceH5Portal.Core.Plans;
using FaceH5Portal.TestKit;

namespace FaceH5Portal.Core.Tests.Overview;

public sealed class WhatIfTests
{
    [Fact]
    public void A_moved_threshold_changes_only_what_a_score_decided()
    {
        var scores = new WhatIfScores(
            [new(9350, true, false, 10), new(8000, true, false, 4), new(7999, false, false, 3), new(null, false, false, 2), new(7000, true, true, 1)], 80_000);
        Assert.Equal((20, 2), (scores.Sessions, scores.WithoutScore));
        Assert.Equal(new WhatIfAnswer(15, 5, 0, 0, 5_333), scores.AsItWas);
        Assert.Equal(scores.AsItWas, scores.At(80m));
        Assert.Equal(new WhatIfAnswer(11, 9, 0, 4, 7_272), scores.At(80.01m));
        Assert.Equal(new WhatIfAnswer(18, 2, 3, 0, 4_444), scores.At(79.99m));
        Assert.Equal(new WhatIfAnswer(1, 19, 0, 14, 80_000), scores.At(100m));
        Assert.Null(new WhatIfScores([new(null, false, false, 1)], 800).At(0).CostPerPass);
    }

    [Fact]
    public async Task Stored_scores_are_counted_by_session_with_the_best_of_each()
    {
        await using var portal = await PortalHarness.StartAsync();
        var overview = new OverviewBench(portal);
        foreach (var attempt in new object[] { new { code = 0, score = 93.1 }, new { code = 0, score = 93.1 }, new { code = 222360, score = 61.25 }, new { code = 223120 } })
            await overview.EndAsync(attempt);
        await overview.CountAsync();
        var plan = (await portal.Get<PlanService>().ListAsync(SessionDriver.Operator, CancellationToken.None)).Value.Single(one => one.Terms.VendorPlanId == "1001").Id;
        var scores = (await portal.Get<WhatIfQueries>().ScoresAsync(SessionDriver.Operator, plan, 30, CancellationToken.None)).Value;
        Assert.Equal(4, scores.Sessions);
        Assert.Contains(new ScoreBucket(9310, true, false, 2), scores.Buckets);
        Assert.Equal((2, 2), (scores.AsItWas.Passes, scores.AsItWas.Failures));
        Assert.Equal(0, scores.At(93.11m).Passes);
        Assert.True(scores.Amount >= 16_000);
        var reviewer = Actor.InRole("r", "Reviewer", Role.Reviewer);
        Assert.Null((await portal.Get<WhatIfQueries>().ScoresAsync(reviewer, plan, 30, CancellationToken.None)).Value.Amount);
        portal.Advance(TimeSpan.FromDays(31));
        Assert.Equal(0, (await portal.Get<WhatIfQueries>().ScoresAsync(SessionDriver.Operator, plan, 30, CancellationToken.None)).Value.Sessions);
    }
}
