using System.Net;
using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Sessions;

namespace FaceH5Portal.Web.Tests.Api;

[Collection(ApiTests.Name)]
public sealed class IdempotencyTests(ApiPortal portal)
{
    [Fact]
    public async Task The_same_call_again_gets_the_same_answer_and_makes_nothing()
    {
        using var caller = portal.Call();
        var (body, before) = (ApiCaller.Body(), await SessionsAsync());
        var (first, second) = (await caller.PostAsync(body, "same"), await caller.PostAsync(body, "same"));
        Assert.Equal((HttpStatusCode.Created, first.Text), (second.Status, second.Text));
        Assert.Equal(first.Headers.Location, second.Headers.Location);
        Assert.Equal(before + 1, await SessionsAsync());
    }

    [Fact]
    public async Task Another_body_under_the_same_key_is_refused()
    {
        using var caller = portal.Call();
        await caller.PostAsync(ApiCaller.Body(), "two-bodies");
        var before = await SessionsAsync();
        var reply = await caller.PostAsync(ApiCaller.Body(("reference", "x")), "two-bodies");
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "idempotency-body-differs"), (reply.Status, reply.Code));
        Assert.Equal(before, await SessionsAsync());
    }

    [Fact]
    public async Task Callers_do_not_meet_in_each_others_keys()
    {
        using var first = portal.Call();
        using var second = portal.Call(ApiPortal.SeesPeople);
        var mine = await first.PostAsync(ApiCaller.Body(), "shared-word");
        var theirs = await second.PostAsync(ApiCaller.Body(("reference", "other body")), "shared-word");
        Assert.Equal(HttpStatusCode.Created, theirs.Status);
        Assert.NotEqual(mine.Json.GetProperty("id").GetGuid(), theirs.Json.GetProperty("id").GetGuid());
    }

    [Fact]
    public async Task A_refused_call_may_be_mended_under_its_key()
    {
        using var caller = portal.Call();
        Assert.Equal("plan-unknown", (await caller.PostAsync(ApiCaller.Body(("plan", "9")), "mended")).Code);
        Assert.Equal(HttpStatusCode.Created, (await caller.PostAsync(ApiCaller.Body(), "mended")).Status);
    }

    [Theory]
    [InlineData(null, "idempotency-key-missing")]
    [InlineData(256, "idempotency-key-invalid")]
    public async Task A_call_without_a_usable_key_is_refused(int? length, string code)
    {
        using var caller = portal.Call();
        var request = new HttpRequestMessage(HttpMethod.Post, ApiCaller.Sessions) { Content = new StringContent("{}", null, "application/json") };
        if (length is { } count)
            request.Headers.Add("Idempotency-Key", new string('k', count));
        var reply = await caller.SendAsync(request);
        Assert.Equal((HttpStatusCode.BadRequest, code), (reply.Status, reply.Code));
    }

    [Fact]
    public async Task Twenty_equal_calls_at_once_make_one_session()
    {
        using var caller = portal.Call();
        var (body, before) = (ApiCaller.Body(), await SessionsAsync());
        var replies = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => caller.PostAsync(body, "twenty")));
        Assert.Equal(before + 1, await SessionsAsync());
        Assert.All(replies, reply => Assert.Contains(reply.Status, new[] { HttpStatusCode.Created, HttpStatusCode.Conflict }));
        var made = replies.Append(await caller.PostAsync(body, "twenty")).Where(reply => reply.Status == HttpStatusCode.Created);
        Assert.Single(made.Select(reply => reply.Text).Distinct());
    }

    [Fact]
    public async Task A_call_that_meets_itself_is_told_to_wait()
    {
        using var caller = portal.Call();
        var (body, arrived) = (ApiCaller.Body(), portal.Commits.HoldNext());
        var first = caller.PostAsync(body, "meets-itself");
        await arrived;
        var second = await caller.PostAsync(body, "meets-itself");
        portal.Commits.Release();
        Assert.Equal((HttpStatusCode.Conflict, "idempotency-running"), (second.Status, second.Code));
        Assert.Equal(TimeSpan.FromSeconds(1), second.Headers.RetryAfter?.Delta);
        Assert.Equal(HttpStatusCode.Created, (await first).Status);
        Assert.Equal((await first).Text, (await caller.PostAsync(body, "meets-itself")).Text);
    }

    [Theory]
    [InlineData("1001", false)]
    [InlineData("1001", true)]
    [InlineData("1004", false)]
    [InlineData("1004", true)]
    public async Task A_crash_at_any_commit_leaves_one_session_after_the_next_try(string plan, bool afterwards)
    {
        using var caller = portal.Call(ApiPortal.SeesPeople);
        var body = ApiCaller.Body(("plan", plan), ("matchImage", Convert.ToBase64String(TestKit.Photos.Of(64, 64))));
        for (var nth = 1; ; nth++)
        {
            var (key, before) = ($"crash-{plan}-{afterwards}-{nth}", await SessionsAsync());
            portal.Commits.FailAt(nth, afterwards);
            var broken = await caller.PostAsync(body, key);
            if (!portal.Commits.Met)
            {
                portal.Commits.Mend();
                // What was crashed into: the session with its record and photo, and for plan 1001 the look at the person.
                Assert.Equal((HttpStatusCode.Created, plan == "1001" ? 3 : 2), (broken.Status, nth));
                return;
            }
            Assert.Equal((HttpStatusCode.InternalServerError, "fault"), (broken.Status, broken.Code));
            Assert.Equal(HttpStatusCode.Created, (await caller.PostAsync(body, key)).Status);
            Assert.Equal(before + 1, await SessionsAsync());
        }
    }

    [Fact]
    public async Task A_key_is_forgotten_after_a_day_and_its_record_swept()
    {
        using var caller = portal.Call();
        var first = await caller.PostAsync(ApiCaller.Body(), "for-a-day");
        portal.Advance(IdempotencyKeys.Memory - TimeSpan.FromMinutes(1));
        Assert.Equal(first.Json.GetProperty("id").GetGuid(), (await caller.PostAsync(ApiCaller.Body(), "for-a-day")).Json.GetProperty("id").GetGuid());
        portal.Advance(TimeSpan.FromMinutes(2));
        var later = await caller.PostAsync(ApiCaller.Body(("reference", "the next day")), "for-a-day");
        Assert.Equal(HttpStatusCode.Created, later.Status);
        Assert.NotEqual(first.Json.GetProperty("id").GetGuid(), later.Json.GetProperty("id").GetGuid());
        portal.Advance(IdempotencyKeys.Memory);
        await portal.Get<IdempotencyKeys>().ForgetAsync(CancellationToken.None);
        Assert.Equal(0, await portal.CountAsync<IdempotencyRecord>());
    }

    [Fact]
    public async Task Neither_key_nor_body_is_stored()
    {
        using var caller = portal.Call();
        var body = System.Text.Json.JsonSerializer.Serialize(ApiCaller.Body());
        await caller.PostTextAsync(body, "a-word-to-look-for");
        await using var db = await portal.Get<Core.Data.PortalStore>().ReadAsync(CancellationToken.None);
        var plain = new[] { "a-word-to-look-for", body }.Select(PortalLinks.Hash).Concat(["a-word-to-look-for", body]);
        Assert.All(db.Set<IdempotencyRecord>(), record => Assert.Empty(plain.Intersect([record.KeyHash, record.BodyHash])));
    }

    private Task<int> SessionsAsync() => portal.CountAsync<VerificationSession>();
}
