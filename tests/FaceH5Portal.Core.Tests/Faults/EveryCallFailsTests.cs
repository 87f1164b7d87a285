namespace FaceH5Portal.Core.Tests.Faults;

public sealed class EveryCallFailsTests
{
    [Theory]
    [InlineData("1001", FaultPlace.CallNotSent)]
    [InlineData("1001", FaultPlace.AnswerLost)]
    [InlineData("1001", FaultPlace.CallsForEver)]
    [InlineData("1002", FaultPlace.CallNotSent)]
    [InlineData("1002", FaultPlace.AnswerLost)]
    [InlineData("1002", FaultPlace.CallsForEver)]
    [InlineData("1004", FaultPlace.CallNotSent)]
    [InlineData("1004", FaultPlace.AnswerLost)]
    [InlineData("1004", FaultPlace.CallsForEver)]
    [InlineData("1006", FaultPlace.CallNotSent)]
    [InlineData("1006", FaultPlace.AnswerLost)]
    [InlineData("1006", FaultPlace.CallsForEver)]
    [InlineData("1007", FaultPlace.CallNotSent)]
    [InlineData("1007", FaultPlace.AnswerLost)]
    [InlineData("1007", FaultPlace.CallsForEver)]
    public Task Whichever_vendor_call_fails_nothing_is_lost_and_nothing_is_double(string plan, FaultPlace place) =>
        EveryK.RunAsync(plan, place, clean => clean.Calls);
}
