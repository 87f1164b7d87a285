using System.Net;
using System.Text.Json;
using FaceH5Portal.Core.Auditing;
using FaceH5Portal.Core.Sessions;
using FaceH5Portal.Core.Sessions.Journey;

namespace FaceH5Portal.Web.Tests.Api;

[Collection(ApiTests.Name)]
public sealed class ErasureApiTests(ApiPortal portal)
{
    private static readonly object Reason = new { reason = "Request 17" };

    [Fact]
    public async Task A_person_is_erased_in_every_session_of_theirs_and_verdict_and_charges_stay()
    {
        using var caller = portal.Call(ApiPortal.SeesPeople);
        using var eraser = portal.Call(ApiPortal.Erases);
        var (passed, waiting) = (await caller.CreateAsync(), await caller.CreateAsync());
        await portal.GoThroughAsync(passed);
        var reply = await eraser.EraseAsync(waiting, Reason);
        Assert.Equal((HttpStatusCode.OK, "redacted", "cancelled"), (reply.Status, Word(reply.Json, "privacy"), Word(reply.Json, "status")));
        var seen = await caller.SeeAsync(passed);
        Assert.Equal(("passed", "match", "redacted", "complete"), (Word(seen, "status"), Word(seen, "outcome"), Word(seen, "privacy"), Word(seen, "harvest")));
        Assert.Equal([JsonValueKind.Null, JsonValueKind.Null], new[] { seen.GetProperty("subject").ValueKind, reply.Json.GetProperty("link").ValueKind });
        Assert.Equal("0.80", Word(Assert.Single(seen.GetProperty("charges").EnumerateArray()), "amount"));
        Assert.Equal(2, await portal.CountAsync<AuditEntry>(entry => entry.Action == AuditAction.SessionRedacted && entry.ActorId == "api-key/eraser"
            && (entry.Target == $"session/{passed}" || entry.Target == $"session/{waiting}")));
    }

    [Fact]
    public async Task The_same_call_again_gets_the_same_answer_and_another_one_is_gone()
    {
        using var caller = portal.Call();
        using var eraser = portal.Call(ApiPortal.Erases);
        var id = await caller.CreateAsync();
        var (first, second) = (await eraser.EraseAsync(id, Reason, "erase-once"), await eraser.EraseAsync(id, Reason, "erase-once"));
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK, first.Text), (first.Status, second.Status, second.Text));
        Assert.Equal(1, await portal.CountAsync<AuditEntry>(entry => entry.Target == $"session/{id}" && entry.Action == AuditAction.SessionRedacted));
        var third = await eraser.EraseAsync(id, Reason);
        Assert.Equal((HttpStatusCode.Gone, "subject-erased"), (third.Status, third.Code));
        var other = await eraser.EraseAsync(id, new { reason = "another" }, "erase-once");
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "idempotency-body-differs"), (other.Status, other.Code));
    }

    [Fact]
    public async Task A_crash_at_any_commit_leaves_the_person_erased_after_the_next_try()
    {
        using var caller = portal.Call();
        using var eraser = portal.Call(ApiPortal.Erases);
        foreach (var afterwards in new[] { false, true })
        {
            var id = await caller.CreateAsync();
            portal.Commits.FailAt(1, afterwards);
            Assert.Equal("fault", (await eraser.EraseAsync(id, Reason, $"crash-{id}")).Code);
            portal.Commits.Mend();
            var reply = await eraser.EraseAsync(id, Reason, $"crash-{id}");
            Assert.Equal((HttpStatusCode.OK, "redacted"), (reply.Status, Word(reply.Json, "privacy")));
        }
    }

    [Fact]
    public async Task The_creation_that_is_sent_again_shows_the_session_as_it_is_now()
    {
        using var caller = portal.Call();
        using var eraser = portal.Call(ApiPortal.Erases);
        var body = ApiCaller.Body(("reference", "kept"));
        var id = (await caller.PostAsync(body, "created-then-erased")).Json.GetProperty("id").GetGuid();
        await eraser.EraseAsync(id, Reason);
        var again = await caller.PostAsync(body, "created-then-erased");
        Assert.Equal((HttpStatusCode.Created, id, "redacted", "kept"), (again.Status, again.Json.GetProperty("id").GetGuid(), Word(again.Json, "privacy"), Word(again.Json, "reference")));
    }

    [Theory]
    [InlineData("face", HttpStatusCode.Gone)]
    [InlineData("answer", HttpStatusCode.Gone)]
    [InlineData("consent", HttpStatusCode.OK)]
    [InlineData("video", HttpStatusCode.NotFound)]
    public async Task Evidence_of_an_erased_person_is_gone_and_their_consent_stays(string kind, HttpStatusCode status)
    {
        using var caller = portal.Call(ApiPortal.SeesPeople);
        using var eraser = portal.Call(ApiPortal.Erases);
        var id = await caller.CreateAsync();
        await portal.GoThroughAsync(id);
        await eraser.EraseAsync(id, Reason);
        var reply = await caller.GetAsync($"{ApiCaller.Sessions}/{id}/evidence/{kind}");
        Assert.Equal((status, status == HttpStatusCode.Gone ? "subject-erased" : status == HttpStatusCode.OK ? "" : "evidence-absent"), (reply.Status, reply.Code));
        var kinds = (await caller.SeeAsync(id)).GetProperty("evidence").EnumerateArray().Select(entry => Word(entry, "kind"));
        Assert.Contains("face", kinds);
    }

    [Theory]
    [InlineData("{}", HttpStatusCode.BadRequest, "field-missing")]
    [InlineData("""{"reason":17}""", HttpStatusCode.BadRequest, "field-not-text")]
    [InlineData("""{"reason":"x","why":"y"}""", HttpStatusCode.BadRequest, "field-unknown")]
    [InlineData("""{"reason":" "}""", HttpStatusCode.UnprocessableEntity, "reason-empty")]
    [InlineData("""{"reason":"for 110101199003070011"}""", HttpStatusCode.UnprocessableEntity, "reason-personal")]
    public async Task A_bad_reason_is_told_by_its_field_and_erases_nobody(string body, HttpStatusCode status, string code)
    {
        using var caller = portal.Call();
        using var eraser = portal.Call(ApiPortal.Erases);
        var id = await caller.CreateAsync();
        var reply = await eraser.EraseAsync(id, JsonElement.Parse(body));
        Assert.Equal((status, code), (reply.Status, reply.Code));
        Assert.Contains(Assert.Single(reply.Fields), new[] { "reason", "why" });
        Assert.Equal("full", Word(await caller.SeeAsync(id), "privacy"));
    }

    [Theory]
    [InlineData("sandbox-portal-key")]
    [InlineData(ApiPortal.OnlyReads)]
    [InlineData(ApiPortal.SeesPeople)]
    public async Task A_key_without_the_permission_is_told_which_one_it_lacks(string key)
    {
        using var caller = portal.Call();
        using var refused = portal.Call(key);
        var reply = await refused.EraseAsync(await caller.CreateAsync(), Reason);
        Assert.Equal((HttpStatusCode.Forbidden, "This key lacks the permission EraseSubjects."), (reply.Status, reply.Detail));
    }

    [Fact]
    public async Task An_unknown_session_and_a_call_without_a_key_of_its_own_are_refused()
    {
        using var eraser = portal.Call(ApiPortal.Erases);
        var unknown = await eraser.EraseAsync(Guid.NewGuid(), Reason);
        Assert.Equal((HttpStatusCode.NotFound, "session-unknown"), (unknown.Status, unknown.Code));
        var bare = await eraser.SendAsync(new HttpRequestMessage(HttpMethod.Post, $"{ApiCaller.Sessions}/{Guid.NewGuid()}/erase")
        {
            Content = new StringContent("""{"reason":"x"}""", null, "application/json"),
        });
        Assert.Equal((HttpStatusCode.BadRequest, "idempotency-key-missing"), (bare.Status, bare.Code));
    }

    [Fact]
    public async Task The_person_of_an_erased_session_finds_it_over()
    {
        using var caller = portal.Call();
        using var eraser = portal.Call(ApiPortal.Erases);
        var id = await caller.CreateAsync();
        await eraser.EraseAsync(id, Reason);
        var view = await portal.Get<EndUserJourney>().ViewAsync(id, CancellationToken.None);
        Assert.Equal((SessionStatus.Cancelled, false), (view.Value.Status, view.Value.Step == JourneyStep.Start));
    }

    private static string? Word(JsonElement json, string name) => json.GetProperty(name).GetString();
}
