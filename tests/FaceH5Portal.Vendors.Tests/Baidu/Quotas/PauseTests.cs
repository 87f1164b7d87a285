using FaceH5Portal.Vendors.Tests.Support;

namespace FaceH5Portal.Vendors.Tests.Baidu.Quotas;

public sealed class PauseTests : IDisposable
{
    private readonly BaiduBench _bench = BaiduBench.WithStub();

    public void Dispose() => _bench.Dispose();

    [Theory]
    [InlineData("4")]
    [InlineData("18")]
    public async Task After_too_many_requests_every_lane_waits_a_second_and_nothing_is_sent(string code)
    {
        var met = await NamedCalls.MeetAsync(_bench, "generate", code);
        Assert.Equal((VendorFaultKind.Gateway, code, TimeSpan.FromSeconds(1)), (met.Kind, met.Code, met.RetryAfter));
        int sent = _bench.Stub.Calls.Count;

        foreach (string call in NamedCalls.Commands.Concat(NamedCalls.Queries))
        {
            var held = await NamedCalls.FaultOfAsync(_bench, call);
            Assert.Equal((VendorFaultKind.Paused, code, false, TimeSpan.FromSeconds(1)), (held!.Kind, held.Code, held.MayHaveExecuted, held.RetryAfter));
        }

        Assert.Equal(sent, _bench.Stub.Calls.Count);
    }

    [Fact]
    public async Task What_is_left_of_a_pause_shrinks_with_the_clock_and_then_calls_go_out_again()
    {
        await NamedCalls.MeetAsync(_bench, "generate", "18");

        _bench.Clock.Advance(TimeSpan.FromMilliseconds(600));
        Assert.Equal(TimeSpan.FromMilliseconds(400), (await NamedCalls.FaultOfAsync(_bench, "stat"))?.RetryAfter);

        _bench.Clock.Advance(TimeSpan.FromMilliseconds(400));
        await NamedCalls.PassAsync(_bench, "stat");
    }

    [Fact]
    public async Task Pauses_double_up_to_a_minute_and_start_over_after_a_call_that_got_through()
    {
        int[] seconds = [1, 2, 4, 8, 16, 32, 60, 60];
        foreach (int second in seconds)
        {
            Assert.Equal(TimeSpan.FromSeconds(second), (await NamedCalls.MeetAsync(_bench, "generate", "18")).RetryAfter);
            _bench.Clock.Advance(TimeSpan.FromSeconds(second));
        }

        await NamedCalls.PassAsync(_bench, "generate");

        Assert.Equal(TimeSpan.FromSeconds(1), (await NamedCalls.MeetAsync(_bench, "generate", "18")).RetryAfter);
    }

    [Fact]
    public async Task An_answer_about_the_token_shows_that_the_gateway_lets_calls_through()
    {
        await NamedCalls.MeetAsync(_bench, "stat", "4");
        _bench.Clock.Advance(TimeSpan.FromSeconds(1));
        _bench.Stub.Plan(Paths.Stat, Bodies.Failure("283451"));
        Assert.Equal("283451", (await NamedCalls.FaultOfAsync(_bench, "stat"))?.Code);

        Assert.Equal(TimeSpan.FromSeconds(1), (await NamedCalls.MeetAsync(_bench, "stat", "4")).RetryAfter);
    }

    [Fact]
    public async Task A_network_that_fails_neither_pauses_nor_ends_the_growing()
    {
        await NamedCalls.MeetAsync(_bench, "generate", "18");
        _bench.Clock.Advance(TimeSpan.FromSeconds(1));
        _bench.Stub.PlanFailure(Paths.Generate, new HttpRequestException(HttpRequestError.ConnectionError));
        var broken = await NamedCalls.FaultOfAsync(_bench, "generate");
        Assert.Equal((VendorFaultKind.Unreachable, (TimeSpan?)null), (broken!.Kind, broken.RetryAfter));

        Assert.Equal(TimeSpan.FromSeconds(2), (await NamedCalls.MeetAsync(_bench, "generate", "18")).RetryAfter);
    }

    [Fact]
    public async Task Calls_under_way_together_count_once_and_their_successes_do_not_end_the_pause()
    {
        var answers = new TaskCompletionSource();
        string[] bodies = [.. Enumerable.Repeat(Bodies.Limit("4"), 9), Bodies.Stat];
        foreach (string body in bodies)
        {
            _bench.Stub.Plan(Paths.Stat, async _ =>
            {
                await answers.Task;
                return VendorStub.Answer(body);
            });
        }
        var calls = bodies.Select(_ => NamedCalls.FaultOfAsync(_bench, "stat")).ToList();
        answers.SetResult();
        var faults = await Task.WhenAll(calls);

        Assert.All(faults.OfType<VendorFault>(), fault => Assert.Equal(TimeSpan.FromSeconds(1), fault.RetryAfter));
        Assert.Equal(VendorFaultKind.Paused, (await NamedCalls.FaultOfAsync(_bench, "stat"))?.Kind);
        _bench.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(TimeSpan.FromSeconds(2), (await NamedCalls.MeetAsync(_bench, "stat", "4")).RetryAfter);
    }

    [Theory]
    [InlineData("4")]
    [InlineData("17")]
    [InlineData("18")]
    [InlineData("19")]
    public async Task A_question_that_met_a_limit_is_not_asked_a_second_time(string code)
    {
        await NamedCalls.MeetAsync(_bench, "stat", code);

        Assert.Single(_bench.Stub.CallsTo(Paths.Stat));
    }

    [Fact]
    public async Task Another_app_is_not_concerned()
    {
        await NamedCalls.MeetAsync(_bench, "generate", "18");
        _bench.UseApp("another-api-key", "another-secret-key");

        await NamedCalls.PassAsync(_bench, "generate");
    }

    [Fact]
    public async Task A_limit_met_while_fetching_an_access_token_pauses_too()
    {
        _bench.Stub.Plan(Paths.Token, Bodies.Limit("4"));
        Assert.Equal(TimeSpan.FromSeconds(1), (await NamedCalls.FaultOfAsync(_bench, "stat"))?.RetryAfter);

        Assert.Equal(VendorFaultKind.Paused, (await NamedCalls.FaultOfAsync(_bench, "generate"))?.Kind);
        Assert.Single(_bench.Stub.Calls);
    }

    [Fact]
    public async Task A_pause_is_logged_once_and_held_calls_are_not()
    {
        await NamedCalls.MeetAsync(_bench, "generate", "18");
        int lines = _bench.Log.Count;

        await NamedCalls.FaultOfAsync(_bench, "generate");

        Assert.Contains("to wait (18)", _bench.Log.Text, StringComparison.Ordinal);
        Assert.Equal(lines, _bench.Log.Count);
    }
}
