using System.Net;
using System.Text.Json;
using FaceH5Portal.Core.Auditing;

namespace FaceH5Portal.Web.Tests.Api;

[Collection(ApiTests.Name)]
public sealed class SessionApiTests(ApiPortal portal)
{
    [Fact]
    public async Task A_session_that_passed_tells_everything_that_is_known()
    {
        using var caller = portal.Call();
        var id = await caller.CreateAsync();
        await portal.GoThroughAsync(id);
        var seen = await caller.SeeAsync(id);
        Assert.Equal(("passed", "match", "complete"), (Word(seen, "status"), Word(seen, "outcome"), Word(seen, "harvest")));
        Assert.Equal(JsonValueKind.Null, seen.GetProperty("link").ValueKind);
        var attempt = Assert.Single(seen.GetProperty("attempts").EnumerateArray());
        Assert.Equal((1, true, "0"), (attempt.GetProperty("order").GetInt32(), attempt.GetProperty("passed").GetBoolean(), Word(attempt, "code")));
        Assert.InRange(attempt.GetProperty("score").GetDouble(), 80, 100);
        Assert.InRange(attempt.GetProperty("livenessScore").GetDouble(), 0, 1);
        var charge = Assert.Single(seen.GetProperty("charges").EnumerateArray());
        Assert.Equal(("verify", "0.80", "CNY", "confirmed"), (Word(charge, "type"), Word(charge, "amount"), Word(charge, "currency"), Word(charge, "state")));
        var verified = attempt.GetProperty("verifiedAt").GetDateTime();
        Assert.Equal(verified.AddDays(1), seen.GetProperty("windows").GetProperty("mediaUntil").GetDateTime());
        Assert.Equal(verified.AddDays(3), seen.GetProperty("windows").GetProperty("resultUntil").GetDateTime());
    }

    [Fact]
    public async Task Every_time_is_in_utc_and_says_so()
    {
        using var caller = portal.Call();
        var id = await caller.CreateAsync();
        await portal.GoThroughAsync(id);
        var text = (await caller.GetAsync($"{ApiCaller.Sessions}/{id}")).Text;
        var times = System.Text.RegularExpressions.Regex.Matches(text, @"""(\w+(?:At|Until))"":""([^""]+)""").Select(match => match.Groups[2].Value).ToList();
        Assert.True(times.Count >= 5, text);
        Assert.All(times, time => Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$", time));
    }

    [Fact]
    public async Task The_person_is_masked_unless_the_key_may_see_them_and_then_each_look_is_recorded()
    {
        using var caller = portal.Call();
        using var seeing = portal.Call(ApiPortal.SeesPeople);
        var id = await caller.CreateAsync();
        var masked = await caller.GetAsync($"{ApiCaller.Sessions}/{id}");
        Assert.Equal(("测****", "110***********0011"), Person(masked.Json));
        Assert.Contains("测****", masked.Text, StringComparison.Ordinal);
        Assert.Equal(0, await LooksAsync(id));
        Assert.Equal((ApiCaller.Name, ApiCaller.Number), Person(await seeing.SeeAsync(id)));
        Assert.Equal(1, await LooksAsync(id));
    }

    [Fact]
    public async Task Nobody_is_named_where_nobody_is_known()
    {
        using var caller = portal.Call();
        var seen = await caller.SeeAsync(await caller.CreateAsync(("plan", "1003")));
        Assert.Equal(JsonValueKind.Null, seen.GetProperty("subject").ValueKind);
    }

    [Fact]
    public async Task A_session_is_cancelled_once_however_often_it_is_asked()
    {
        using var caller = portal.Call();
        var id = await caller.CreateAsync();
        var (first, second) = (await caller.CancelAsync(id), await caller.CancelAsync(id));
        Assert.Equal((HttpStatusCode.OK, "cancelled"), (first.Status, Word(first.Json, "status")));
        Assert.Equal((HttpStatusCode.OK, first.Text), (second.Status, second.Text));
        Assert.Equal(1, await portal.CountAsync<AuditEntry>(entry => entry.Target == $"session/{id}" && entry.Action == AuditAction.SessionCancelled));
    }

    [Fact]
    public async Task A_session_that_is_over_is_not_cancelled()
    {
        using var caller = portal.Call();
        var id = await caller.CreateAsync();
        await portal.GoThroughAsync(id);
        var reply = await caller.CancelAsync(id);
        Assert.Equal((HttpStatusCode.Conflict, "session-already-final"), (reply.Status, reply.Code));
        Assert.Equal("passed", Word(await caller.SeeAsync(id), "status"));
    }

    [Fact]
    public async Task No_line_of_the_loudest_log_holds_a_key_or_a_person()
    {
        using var caller = portal.Call(ApiPortal.SeesPeople);
        using var stranger = portal.Call("a-strangers-key-to-look-for");
        var id = await caller.CreateAsync();
        await portal.GoThroughAsync(id);
        await caller.SeeAsync(id);
        await caller.PostTextAsync($$"""{"plan":"1001","name":"{{ApiCaller.Name}}","idNumber":"{{ApiCaller.Number}}","x":1}""", "a-repeat-key");
        await stranger.GetAsync("/api/v1/canary-that-must-be-found");
        var lines = portal.Log.Lines.ToList();
        Assert.Contains(lines, line => line.Contains("canary-that-must-be-found", StringComparison.Ordinal));
        string[] secrets = [ApiCaller.Name, ApiCaller.Number, ApiPortal.SeesPeople, "a-strangers-key-to-look-for", "sandbox-portal-key"];
        Assert.DoesNotContain(lines, line => secrets.Any(secret => line.Contains(secret, StringComparison.OrdinalIgnoreCase)));
    }

    private static string? Word(JsonElement json, string name) => json.GetProperty(name).GetString();

    private static (string?, string?) Person(JsonElement json) =>
        (Word(json.GetProperty("subject"), "name"), Word(json.GetProperty("subject"), "idNumber"));

    private Task<int> LooksAsync(Guid id) => portal.CountAsync<AuditEntry>(entry =>
        entry.Target == $"session/{id}" && entry.Action == AuditAction.PersonalDataSeen && entry.ActorId == "api-key/people");
}
