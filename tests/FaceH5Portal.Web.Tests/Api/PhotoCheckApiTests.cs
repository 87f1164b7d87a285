using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using FaceH5Portal.Core.Auditing;
using FaceH5Portal.Core.PhotoChecks;
using FaceH5Portal.TestKit;

namespace FaceH5Portal.Web.Tests.Api;

/// <summary>What a program is promised of photo checks, over HTTP and against the sandbox.</summary>
[Collection(ApiTests.Name)]
public sealed class PhotoCheckApiTests(ApiPortal portal)
{
    private const string Checks = "/api/v1/photo-checks";
    private const string Nobodys = "11010519491231002X";

    [Fact]
    public async Task A_photo_is_checked_and_found_under_its_address()
    {
        using var caller = portal.Call();
        var reply = await PostAsync(caller, Body());
        var id = reply.Json.GetProperty("id").GetGuid();
        Assert.Equal((HttpStatusCode.Created, $"{Checks}/{id}"), (reply.Status, reply.Headers.Location?.ToString()));
        Assert.Equal(["juhe", "answered", "match", "yes", "never", "order-17"],
            new[] { "vendor", "state", "outcome", "charged", "retryWith", "reference" }.Select(field => reply.Json.GetProperty(field).GetString()));
        Assert.Equal("柳**", reply.Json.GetProperty("subject").GetProperty("name").GetString());
        Assert.Equal(("juhePhoto", "confirmed"), (Charge(reply).GetProperty("type").GetString(), Charge(reply).GetProperty("state").GetString()));
        Assert.Equal(reply.Text, (await caller.GetAsync($"{Checks}/{id}")).Text);
        Assert.Equal(1, await portal.CountAsync<AuditEntry>(entry =>
            entry.Target == $"photo-check/{id}" && entry.ActorId == "api-key/sandbox" && entry.Action == AuditAction.PhotoCheckAsked));
    }

    [Fact]
    public async Task The_answer_tells_the_hash_of_the_file_that_came_and_of_the_one_that_was_sent()
    {
        using var caller = portal.Call();
        var file = Photos.Of(1600, 1200);
        var photo = (await PostAsync(caller, Body(("photo", Convert.ToBase64String(file))))).Json.GetProperty("photo");
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(file)), photo.GetProperty("sha256").GetString());
        Assert.NotEqual(photo.GetProperty("sha256").GetString(), photo.GetProperty("sentSha256").GetString());
        Assert.Equal((1600, 800), (photo.GetProperty("before").GetProperty("width").GetInt32(), photo.GetProperty("sent").GetProperty("width").GetInt32()));
    }

    [Fact]
    public async Task The_same_call_again_gets_the_same_check_and_asks_nobody()
    {
        using var caller = portal.Call();
        var (body, before) = (Body(), await CountAsync());
        var (first, second) = (await PostAsync(caller, body, "photo-same"), await PostAsync(caller, body, "photo-same"));
        Assert.Equal((HttpStatusCode.Created, first.Text), (second.Status, second.Text));
        Assert.Equal(before + 1, await CountAsync());
        Assert.Equal("idempotency-body-differs", (await PostAsync(caller, Body(("reference", "x")), "photo-same")).Code);
        Assert.Equal(before + 1, await CountAsync());
    }

    [Fact]
    public async Task A_key_needs_the_scope()
    {
        using var reader = portal.Call(ApiPortal.OnlyReads);
        var reply = await PostAsync(reader, Body());
        Assert.Equal((HttpStatusCode.Forbidden, "access-denied"), (reply.Status, reply.Code));
        using var caller = portal.Call();
        var id = (await PostAsync(caller, Body())).Json.GetProperty("id").GetGuid();
        var seen = await reader.GetAsync($"{Checks}/{id}");
        Assert.Equal((HttpStatusCode.OK, JsonValueKind.Null), (seen.Status, seen.Json.GetProperty("charges").ValueKind));
        Assert.Equal((HttpStatusCode.NotFound, "photo-check-unknown"), await CodeAsync(reader.GetAsync($"{Checks}/{Guid.NewGuid()}")));
    }

    [Theory]
    [InlineData("vendor", "baidu", 400, "field-not-vendor", "vendor")]
    [InlineData("consentGivenAt", "yesterday", 400, "field-not-time", "consentGivenAt")]
    [InlineData("purpose", null, 400, "field-missing", "purpose")]
    [InlineData("photo", "AAAA", 422, "photo-not-an-image", "photo")]
    [InlineData("photo", "", 422, "photo-not-given", "photo")]
    [InlineData("idNumber", "110101199003070012", 422, "number-check-digit", "idNumber")]
    [InlineData("consentText", "Somebody may look.", 422, "consent-vendor-unnamed", "consentText")]
    [InlineData("consentGivenAt", "2199-03-01T02:00:00Z", 422, "consent-time", "consentGivenAt")]
    public async Task What_is_wrong_is_said_by_its_field_and_nobody_is_asked(string field, string? value, int status, string code, string at)
    {
        using var caller = portal.Call();
        var before = await CountAsync();
        var reply = await PostAsync(caller, Body((field, value)));
        Assert.Equal((status, code, at), ((int)reply.Status, reply.Code, string.Join(", ", reply.Fields)));
        Assert.Equal(before, await CountAsync());
    }

    [Fact]
    public async Task The_best_available_is_chosen_among_those_that_the_consent_names()
    {
        using var caller = portal.Call();
        var reply = await PostAsync(caller, Body(("vendor", "best"), ("consentText", "I agree that Linkface\ncompares my photo.")));
        Assert.Equal((HttpStatusCode.Created, "linkface"), (reply.Status, reply.Json.GetProperty("vendor").GetString()));
    }

    [Fact]
    public async Task A_photo_stands_in_the_place_of_a_capture_that_had_no_attempt()
    {
        using var caller = portal.Call();
        var session = await caller.CreateAsync();
        var reply = await PostAsync(caller, Instead(session));
        Assert.Equal((HttpStatusCode.Created, session, "noCamera"), (reply.Status, reply.Json.GetProperty("sessionId").GetGuid(), Word(reply, "insteadCause")));
        Assert.Equal("needed", (await caller.SeeAsync(session)).GetProperty("review").GetString());
        Assert.Equal(reply.Text, (await caller.GetAsync($"{Checks}/{reply.Json.GetProperty("id").GetGuid()}")).Text);
    }

    [Fact]
    public async Task Or_of_one_that_ended_in_no_portrait_on_file()
    {
        using var caller = portal.Call();
        // Of somebody else than the other tests': a script stays.
        var session = await caller.CreateAsync(("idNumber", Nobodys));
        await portal.ControlAsync("script", new { id_no = Nobodys, attempts = new[] { new { code = 222350 } } });
        await portal.GoThroughAsync(session);
        Assert.Equal("noPortrait", Word(await PostAsync(caller, Instead(session)), "insteadCause"));
    }

    [Fact]
    public async Task But_of_no_other()
    {
        using var caller = portal.Call();
        var (session, before) = (await caller.CreateAsync(), await CountAsync());
        Assert.Equal((422, "consent-vendor-unnamed", "consentText"), await RefusalAsync(caller, Instead(session, ("consentText", "Somebody may look."))));
        Assert.Equal((422, "person-known", "name"), await RefusalAsync(caller, Instead(session, ("name", "柳絮飞"), ("idNumber", ApiCaller.Number))));
        Assert.Equal((400, "field-not-id", "sessionId"), await RefusalAsync(caller, Instead(session, ("sessionId", "17"))));
        Assert.Equal((404, "session-unknown", "sessionId"), await RefusalAsync(caller, Instead(Guid.NewGuid())));
        await portal.GoThroughAsync(session);
        Assert.Equal((409, "instead-refused", "sessionId"), await RefusalAsync(caller, Instead(session)));
        Assert.Equal(before, await CountAsync());
    }

    [Fact]
    public async Task An_end_that_nobody_knows_is_told_as_such()
    {
        using var caller = portal.Call();
        await portal.ControlAsync("faults", new { path = "selfie_idnumber_verification", kind = "reset", count = 1 });
        var reply = await PostAsync(caller, Body(("vendor", "linkface"), ("consentText", "Linkface")));
        Assert.Equal(("endUnknown", "unknown", "never"), (Word(reply, "state"), Word(reply, "charged"), Word(reply, "retryWith")));
    }

    private static Dictionary<string, object?> Body(params (string Field, object? Value)[] changes)
    {
        var body = new Dictionary<string, object?>
        {
            ["vendor"] = "juhe",
            ["purpose"] = "Opening an account",
            ["reference"] = "order-17",
            ["name"] = "柳絮飞",
            ["idNumber"] = ApiCaller.Number,
            ["photo"] = Convert.ToBase64String(Photos.Of(320, 240)),
            ["consentVersion"] = "2026-1",
            ["consentText"] = "我同意由聚合数据比对我的照片。",
            ["consentLanguage"] = "zh-CN",
            ["consentGivenAt"] = "2026-03-01T02:00:00Z",
        };
        foreach (var (field, value) in changes)
            body[field] = value;
        return body;
    }

    /// <summary>In the place of a session that knows its person.</summary>
    private static Dictionary<string, object?> Instead(Guid session, params (string Field, object? Value)[] changes) =>
        Body([("sessionId", session), ("name", null), ("idNumber", null), .. changes]);

    private static async Task<(int, string, string)> RefusalAsync(ApiCaller caller, object body)
    {
        var reply = await PostAsync(caller, body);
        return ((int)reply.Status, reply.Code, string.Join(", ", reply.Fields));
    }

    private static Task<ApiReply> PostAsync(ApiCaller caller, object body, string? key = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, Checks) { Content = new StringContent(JsonSerializer.Serialize(body), Encoding.UTF8, "application/json") };
        request.Headers.Add("Idempotency-Key", key ?? Guid.NewGuid().ToString());
        return caller.SendAsync(request);
    }

    private static JsonElement Charge(ApiReply reply) => Assert.Single(reply.Json.GetProperty("charges").EnumerateArray());

    private static string? Word(ApiReply reply, string field) => reply.Json.GetProperty(field).GetString();

    private static async Task<(HttpStatusCode, string)> CodeAsync(Task<ApiReply> asked)
    {
        var reply = await asked;
        return (reply.Status, reply.Code);
    }

    private Task<int> CountAsync() => portal.CountAsync<PhotoCheck>();
}
