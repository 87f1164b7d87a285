namespace FaceH5Portal.Core.Tests.Faults;

public sealed class EveryCommitFailsTests
{
    [Theory]
    [InlineData("1001", FaultPlace.CommitOnce)]
    [InlineData("1001", FaultPlace.CommitForEver)]
    [InlineData("1002", FaultPlace.CommitOnce)]
    [InlineData("1002", FaultPlace.CommitForEver)]
    [InlineData("1004", FaultPlace.CommitOnce)]
    [InlineData("1004", FaultPlace.CommitForEver)]
    [InlineData("1006", FaultPlace.CommitOnce)]
    [InlineData("1006", FaultPlace.CommitForEver)]
    [InlineData("1007", FaultPlace.CommitOnce)]
    [InlineData("1007", FaultPlace.CommitForEver)]
    public Task Whichever_commit_fails_nothing_is_lost_and_nothing_is_double(string plan, FaultPlace place) =>
        EveryK.RunAsync(plan, place, clean => clean.Commits);
}
