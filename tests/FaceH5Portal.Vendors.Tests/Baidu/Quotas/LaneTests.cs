using FaceH5Portal.Vendors.Tests.Support;

namespace FaceH5Portal.Vendors.Tests.Baidu.Quotas;

/// <summary>Who waits for whom. The bench's clock stands at 8 in the morning in Beijing.</summary>
public sealed class LaneTests : IDisposable
{
    private const string NotActivated = """{"error_code":18,"error_msg":"Open api qps request limit reached","log_id":1775075543214005842}""";

    private static readonly string[] NeedV4 = ["getall", "detail", "simple"];

    private readonly BaiduBench _bench = BaiduBench.WithStub();

    public static TheoryData<string> PaidQueries => [.. NeedV4];

    public void Dispose() => _bench.Dispose();

    [Theory]
    [MemberData(nameof(PaidQueries))]
    public async Task V4_not_activated_holds_the_questions_that_need_it_and_nothing_else(string query)
    {
        _bench.Stub.Plan(NamedCalls.PathAndBody(query).Path, NotActivated);
        Assert.Equal(TimeSpan.FromSeconds(1), (await NamedCalls.FaultOfAsync(_bench, query))?.RetryAfter);

        foreach (string paid in NeedV4)
            Assert.Equal(VendorFaultKind.Paused, (await NamedCalls.FaultOfAsync(_bench, paid))?.Kind);
        foreach (string other in (string[])[.. NamedCalls.Commands, "stat", "media"])
            await NamedCalls.PassAsync(_bench, other);
    }

    [Fact]
    public async Task Without_a_log_id_a_question_that_needs_V4_met_a_rate_which_holds_all()
    {
        await NamedCalls.MeetAsync(_bench, "getall", "18");

        foreach (string other in NamedCalls.Commands.Concat(NamedCalls.Queries))
            Assert.Equal((VendorFaultKind.Paused, "18"), await NamedCalls.HeldAsync(_bench, other));
    }

    [Theory]
    [InlineData("stat")]
    [InlineData("media")]
    [InlineData("generate")]
    public async Task The_same_answer_to_a_call_that_does_not_need_V4_is_a_rate_and_holds_all(string call)
    {
        _bench.Stub.Plan(NamedCalls.PathAndBody(call).Path, NotActivated);
        await NamedCalls.FaultOfAsync(_bench, call);

        foreach (string other in NamedCalls.Commands.Concat(NamedCalls.Queries))
            Assert.Equal(VendorFaultKind.Paused, (await NamedCalls.FaultOfAsync(_bench, other))?.Kind);
    }

    [Theory]
    [InlineData("17", "16:00:00")]
    [InlineData("19", "01:00:00")]
    public async Task A_quota_used_up_holds_the_lane_that_met_it_for_its_time(string code, string length)
    {
        Assert.Equal(TimeSpan.Parse(length, null), (await NamedCalls.MeetAsync(_bench, "generate", code)).RetryAfter);

        await NamedCalls.PassAsync(_bench, "getall");
        await NamedCalls.PassAsync(_bench, "media");
        _bench.Clock.Advance(TimeSpan.Parse(length, null) - TimeSpan.FromSeconds(1));
        Assert.Equal((VendorFaultKind.Paused, code), await NamedCalls.HeldAsync(_bench, "submit"));
        _bench.Clock.Advance(TimeSpan.FromSeconds(1));
        await NamedCalls.PassAsync(_bench, "submit");
    }

    [Theory]
    [InlineData(15, 59, "00:01:00")]
    [InlineData(16, 0, "1.00:00:00")]
    public async Task The_day_ends_at_midnight_in_Beijing(int hour, int minute, string left)
    {
        _bench.Clock.Advance(new TimeSpan(hour, minute, 0));

        Assert.Equal(TimeSpan.Parse(left, null), (await NamedCalls.MeetAsync(_bench, "getall", "17")).RetryAfter);
    }

    [Fact]
    public async Task A_short_pause_does_not_cut_a_long_one_short()
    {
        var answers = new TaskCompletionSource();
        foreach (string code in (string[])["17", "4"])
        {
            _bench.Stub.Plan(Paths.Stat, async _ =>
            {
                await answers.Task;
                return VendorStub.Answer(Bodies.Limit(code));
            });
        }
        var calls = new[] { NamedCalls.FaultOfAsync(_bench, "stat"), NamedCalls.FaultOfAsync(_bench, "stat") };
        answers.SetResult();
        await Task.WhenAll(calls);
        _bench.Clock.Advance(TimeSpan.FromHours(15));

        Assert.Equal((VendorFaultKind.Paused, "17"), await NamedCalls.HeldAsync(_bench, "stat"));
    }

    [Fact]
    public async Task Downloads_are_never_held()
    {
        await NamedCalls.MeetAsync(_bench, "stat", "4");
        _bench.Stub.Plan("/v1/face.jpg", [0xFF, 0xD8, 0xFF]);

        Assert.True((await _bench.Client.DownloadAsync("https://bj.bcebos.com/v1/face.jpg", CancellationToken.None)).IsSuccess);
    }
}
