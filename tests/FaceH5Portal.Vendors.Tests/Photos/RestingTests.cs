using System.Net;
using FaceH5Portal.Vendors.Photos;
using FaceH5Portal.Vendors.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace FaceH5Portal.Vendors.Tests.Photos;

/// <summary>A vendor that keeps failing is left alone, however seldom it is asked, and tried again by one check after a while.</summary>
public sealed class RestingTests : IDisposable
{
    private const string Answer = """{"code":"1009"}""";

    private readonly FakeTimeProvider _clock = new(PhotoBench.Start);
    private readonly PhotoBench _bench;

    public RestingTests() => _bench = PhotoBench.WithStub(_clock);

    public void Dispose() => _bench.Dispose();

    private bool IsResting => _bench.Client(PhotoVendor.Linkface).IsResting;

    [Fact]
    public async Task Three_failures_in_a_row_are_enough_though_they_are_minutes_apart()
    {
        for (int failure = 0; failure < 3; failure++)
        {
            Assert.False(IsResting);
            await FailAsync();
            _clock.Advance(TimeSpan.FromSeconds(failure < 2 ? 20 * 60 : 0));
        }
        Assert.Equal([PhotoVendor.Linkface], _bench.All.Where(client => client.IsResting).Select(client => client.Vendor));
        var refused = await CheckAsync();
        Assert.Equal(("circuit-open", false, VendorCharged.No, VendorRetryWith.Later), (refused.Code, refused.EndUnknown, refused.Charged, refused.RetryWith));
        Assert.Equal((false, TimeSpan.FromMinutes(1)), (refused.WasSent, refused.RetryAfter));
        _bench.Stub.Plan(PhotoBench.PathOf(PhotoVendor.Juhe), """{"error_code":10012,"reason":"","result":null}""");
        Assert.Equal("10012", (await _bench.CheckAsync(PhotoVendor.Juhe)).Code);
    }

    [Fact]
    public async Task An_answer_between_begins_the_row_anew()
    {
        await FailAsync(2);
        await AnswerAsync();
        await FailAsync(2);
        Assert.False(IsResting);
        await FailAsync();
        Assert.True(IsResting);
    }

    [Fact]
    public async Task What_failed_more_than_an_hour_ago_counts_no_longer()
    {
        await FailAsync(2);
        _clock.Advance(TimeSpan.FromMinutes(61));
        await FailAsync();
        Assert.False(IsResting);
    }

    [Fact]
    public async Task A_vendor_that_says_when_to_come_back_is_left_alone_until_then_and_is_not_broken()
    {
        for (int call = 0; call < 4; call++)
        {
            await FailWaitingAsync(HttpStatusCode.ServiceUnavailable);
            Assert.Equal(("circuit-open", TimeSpan.FromSeconds(5)), ((await CheckAsync()).Code, (await CheckAsync()).RetryAfter));
            _clock.Advance(TimeSpan.FromSeconds(5));
            Assert.False(IsResting);
        }
        await FailAsync(2);
        Assert.False(IsResting);
    }

    [Fact]
    public async Task A_busy_answer_between_failures_ends_no_row()
    {
        await FailAsync(2);
        await FailWaitingAsync(HttpStatusCode.ServiceUnavailable);
        _clock.Advance(TimeSpan.FromSeconds(5));
        await FailAsync();
        Assert.Equal(TimeSpan.FromMinutes(1), (await CheckAsync()).RetryAfter);
    }

    [Fact]
    public async Task A_gateway_that_finds_nobody_behind_it_is_a_failure_whatever_it_says_of_coming_back()
    {
        for (int call = 0; call < 3; call++)
            await FailWaitingAsync(HttpStatusCode.BadGateway);
        Assert.True(IsResting);
    }

    [Fact]
    public async Task What_was_under_way_when_the_rest_began_makes_it_no_longer_though_it_ends_after_it()
    {
        var late = new TaskCompletionSource<HttpResponseMessage>(TaskCreationOptions.RunContinuationsAsynchronously);
        _bench.Stub.Plan(PhotoBench.PathOf(PhotoVendor.Linkface), _ => late.Task);
        var straggler = CheckAsync();
        await FailAsync(3);
        _clock.Advance(TimeSpan.FromMinutes(1));
        late.SetResult(VendorStub.Answer("<html></html>", HttpStatusCode.InternalServerError));
        Assert.True((await straggler).WasSent);
        Assert.False(IsResting);
        await FailAsync();
        Assert.Equal(TimeSpan.FromMinutes(2), (await CheckAsync()).RetryAfter);
    }

    [Fact]
    public async Task After_the_rest_one_check_goes_out_to_see_and_an_answer_ends_it()
    {
        await FailAsync(3);
        _clock.Advance(TimeSpan.FromSeconds(59));
        Assert.True(IsResting);
        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.False(IsResting);
        await AnswerAsync();
        await FailAsync(2);
        Assert.False(IsResting);
    }

    [Theory]
    [InlineData(1, 2)]
    [InlineData(2, 4)]
    [InlineData(4, 16)]
    [InlineData(6, 16)]
    public async Task Each_check_that_went_out_to_see_and_failed_makes_the_rest_longer(int tries, int minutes)
    {
        await FailAsync(3);
        for (int tried = 0; tried < tries; tried++)
        {
            _clock.Advance(TimeSpan.FromMinutes(16));
            await FailAsync();
        }
        Assert.Equal(TimeSpan.FromMinutes(minutes), (await CheckAsync()).RetryAfter);
    }

    [Fact]
    public async Task While_that_one_is_under_way_the_others_wait_and_whoever_gives_it_up_leaves_it_to_the_next()
    {
        using var arrived = new SemaphoreSlim(0);
        await using var server = new RawServer((_, ct) =>
        {
            arrived.Release();
            return Task.Delay(Timeout.InfiniteTimeSpan, ct);
        });
        using var bench = PhotoBench.Against(server.Url, _clock, ("Linkface:CheckTimeout", "00:00:01"));
        for (int failure = 0; failure < 3; failure++)
        {
            Assert.Equal("timed-out", (await bench.CheckAsync(PhotoVendor.Linkface)).Code);
            await arrived.WaitAsync();
        }
        _clock.Advance(TimeSpan.FromMinutes(1));
        using var gone = new CancellationTokenSource();
        var request = new PhotoCheckRequest { Name = PhotoBench.Name, IdNumber = PhotoBench.IdNumber, Reference = "R1", File = PhotoBench.Photo };
        var trying = bench.Client(PhotoVendor.Linkface).CheckAsync(request, gone.Token);
        await arrived.WaitAsync();
        Assert.True(bench.Client(PhotoVendor.Linkface).IsResting);
        Assert.Equal("circuit-open", (await bench.CheckAsync(PhotoVendor.Linkface)).Code);
        await gone.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => trying);
        Assert.False(bench.Client(PhotoVendor.Linkface).IsResting);
    }

    private async Task FailWaitingAsync(HttpStatusCode status)
    {
        var busy = VendorStub.Answer("", status);
        busy.Headers.Add("Retry-After", "5");
        _bench.Stub.Plan(PhotoBench.PathOf(PhotoVendor.Linkface), _ => Task.FromResult(busy));
        Assert.True((await CheckAsync()).WasSent);
    }

    private async Task FailAsync(int times = 1)
    {
        for (int time = 0; time < times; time++)
        {
            _bench.Stub.Plan(PhotoBench.PathOf(PhotoVendor.Linkface), "<html></html>", HttpStatusCode.InternalServerError);
            Assert.True((await CheckAsync()).WasSent);
        }
    }

    private async Task AnswerAsync()
    {
        _bench.Stub.Plan(PhotoBench.PathOf(PhotoVendor.Linkface), Answer);
        Assert.Equal("1009", (await CheckAsync()).Code);
    }

    private Task<PhotoCheckResult> CheckAsync() => _bench.CheckAsync(PhotoVendor.Linkface);
}
