using System.Net;
using FaceH5Portal.Vendors.Tests.Support;

namespace FaceH5Portal.Vendors.Tests.Baidu.Quotas;

public sealed class RetryAfterTests : IDisposable
{
    private const string FacePath = "/v1/face.jpg";

    private readonly BaiduBench _bench = BaiduBench.WithStub();

    public void Dispose() => _bench.Dispose();

    [Theory]
    [InlineData(HttpStatusCode.TooManyRequests, "http-429", VendorFaultKind.Gateway, false)]
    [InlineData(HttpStatusCode.ServiceUnavailable, "http-503", VendorFaultKind.Unreadable, true)]
    public async Task A_busy_vendor_is_asked_again_when_it_said_and_not_before(HttpStatusCode status, string code, VendorFaultKind kind, bool mayHaveExecuted)
    {
        Plan(Paths.Generate, status, "7");

        var fault = await NamedCalls.FaultOfAsync(_bench, "generate");

        Assert.Equal((kind, code, mayHaveExecuted, TimeSpan.FromSeconds(7)), (fault!.Kind, fault.Code, fault.MayHaveExecuted, fault.RetryAfter));
        _bench.Clock.Advance(TimeSpan.FromSeconds(6.9));
        Assert.Equal((VendorFaultKind.Paused, code), await NamedCalls.HeldAsync(_bench, "getall"));
        _bench.Clock.Advance(TimeSpan.FromSeconds(0.1));
        _bench.Stub.Plan(Paths.GetAll, Bodies.GetAll);
        Assert.Null(await NamedCalls.FaultOfAsync(_bench, "getall"));
    }

    [Theory]
    [InlineData(HttpStatusCode.TooManyRequests)]
    [InlineData(HttpStatusCode.ServiceUnavailable)]
    public async Task A_question_is_not_repeated_at_once_where_the_vendor_asked_to_wait(HttpStatusCode status)
    {
        Plan(Paths.GetAll, status, "7");

        await NamedCalls.FaultOfAsync(_bench, "getall");

        Assert.Single(_bench.Stub.CallsTo(Paths.GetAll));
    }

    [Theory]
    [InlineData("Thu, 01 Jan 2026 00:02:00 GMT", "00:02:00")]
    [InlineData("Fri, 02 Jan 2026 00:00:00 GMT", "01:00:00")]
    [InlineData("86400", "01:00:00")]
    [InlineData("Wed, 31 Dec 2025 00:00:00 GMT", "00:00:01")]
    [InlineData("0", "00:00:01")]
    public async Task A_date_counts_like_seconds_and_an_hour_is_the_most(string header, string pause)
    {
        Plan(Paths.Stat, HttpStatusCode.TooManyRequests, header);

        Assert.Equal(TimeSpan.Parse(pause, null), (await NamedCalls.FaultOfAsync(_bench, "stat"))?.RetryAfter);
    }

    [Fact]
    public async Task Too_many_requests_without_a_time_pause_like_a_rate()
    {
        _bench.Stub.Plan(Paths.Stat, "", HttpStatusCode.TooManyRequests);
        Assert.Equal(TimeSpan.FromSeconds(1), (await NamedCalls.FaultOfAsync(_bench, "stat"))?.RetryAfter);
        _bench.Clock.Advance(TimeSpan.FromSeconds(1));
        _bench.Stub.Plan(Paths.Stat, "", HttpStatusCode.TooManyRequests);

        Assert.Equal(TimeSpan.FromSeconds(2), (await NamedCalls.FaultOfAsync(_bench, "stat"))?.RetryAfter);
    }

    [Fact]
    public async Task A_time_beside_a_code_takes_the_place_of_our_own()
    {
        _bench.Stub.Plan(Paths.Stat, _ => Task.FromResult(Busy(HttpStatusCode.OK, "90", """{"error_code":17,"error_msg":"limit"}""")));

        Assert.Equal(TimeSpan.FromSeconds(90), (await NamedCalls.FaultOfAsync(_bench, "stat"))?.RetryAfter);
    }

    [Fact]
    public async Task An_unavailable_vendor_that_names_no_time_is_tried_a_second_time_and_pauses_nobody()
    {
        _bench.Stub.Plan(Paths.Stat, "", HttpStatusCode.ServiceUnavailable).Plan(Paths.Stat, Bodies.Stat);

        Assert.Null(await NamedCalls.FaultOfAsync(_bench, "stat"));
    }

    [Fact]
    public async Task A_busy_file_store_says_when_to_come_back_and_does_not_look_like_an_expired_link()
    {
        Plan(FacePath, HttpStatusCode.TooManyRequests, "30");

        var fault = (await _bench.Client.DownloadAsync("https://bj.bcebos.com" + FacePath, CancellationToken.None)).Fault;

        Assert.Equal((VendorFaultKind.Gateway, "http-429", TimeSpan.FromSeconds(30)), (fault!.Kind, fault.Code, fault.RetryAfter));
    }

    [Fact]
    public async Task A_busy_token_endpoint_holds_the_app_too()
    {
        Plan(Paths.Token, HttpStatusCode.TooManyRequests, "30");

        Assert.Equal(TimeSpan.FromSeconds(30), (await NamedCalls.FaultOfAsync(_bench, "generate"))?.RetryAfter);
        Assert.Equal((VendorFaultKind.Paused, "http-429"), await NamedCalls.HeldAsync(_bench, "getall"));
    }

    private void Plan(string path, HttpStatusCode status, string retryAfter) => _bench.Stub.Plan(path, _ => Task.FromResult(Busy(status, retryAfter, "<html/>")));

    private static HttpResponseMessage Busy(HttpStatusCode status, string retryAfter, string body)
    {
        var answer = VendorStub.Answer(body, status);
        answer.Headers.Add("Retry-After", retryAfter);
        return answer;
    }
}
