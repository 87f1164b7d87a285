using System.Net;
using System.Net.Http.Headers;
using FaceH5Portal.TestKit;

namespace FaceH5Portal.Web.Tests.Api;

[Collection(ApiTests.Name)]
public sealed class ApiKeyTests(ApiPortal portal)
{
    [Theory]
    [InlineData(null, "api-key-missing")]
    [InlineData("not-a-key-of-anybody", "api-key-unknown")]
    public async Task Without_a_known_key_there_is_a_challenge_and_nothing_else(string? key, string code)
    {
        using var caller = portal.Call(key);
        foreach (var path in new[] { ApiCaller.Sessions, $"{ApiCaller.Sessions}/{Guid.NewGuid()}", "/api/v1/nonsense", "/api" })
        {
            var reply = await caller.GetAsync(path);
            Assert.Equal((HttpStatusCode.Unauthorized, code), (reply.Status, reply.Code));
            Assert.Equal("Bearer", Assert.Single(reply.Headers.WwwAuthenticate).Scheme);
        }
        Assert.Equal(HttpStatusCode.Unauthorized, (await caller.PostTextAsync("{}", mediaType: "text/plain")).Status);
    }

    [Fact]
    public async Task A_key_counts_in_its_header_alone()
    {
        using var caller = portal.Call(null);
        Assert.Equal(HttpStatusCode.Unauthorized, (await caller.GetAsync($"{ApiCaller.Sessions}?key=sandbox-portal-key")).Status);
        caller.Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", "sandbox-portal-key");
        Assert.Equal(HttpStatusCode.Unauthorized, (await caller.GetAsync(ApiCaller.Sessions)).Status);
    }

    [Fact]
    public async Task A_signed_in_browser_is_nobody_here()
    {
        using var caller = portal.Call(null);
        caller.Http.DefaultRequestHeaders.Add("Cookie", "__Host-person=whatever");
        var reply = await caller.GetAsync(ApiCaller.Sessions);
        Assert.Equal(HttpStatusCode.Unauthorized, reply.Status);
        Assert.False(reply.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task A_key_may_do_what_it_was_allowed_and_is_told_what_it_lacks()
    {
        using var reader = portal.Call(ApiPortal.OnlyReads);
        using var creator = portal.Call(ApiPortal.OnlyCreates);
        using var other = portal.Call();
        var id = await other.CreateAsync(("plan", "1004"), ("matchImage", Convert.ToBase64String(Photos.Of(320, 240))));
        await RefusesAsync(reader.PostAsync(ApiCaller.Body()), "CreateSessions");
        await RefusesAsync(reader.CancelAsync(id), "CancelSessions");
        await RefusesAsync(reader.GetAsync($"{ApiCaller.Sessions}/{id}/evidence/match"), "SeeImages");
        await RefusesAsync(reader.GetAsync($"{ApiCaller.Sessions}/{id}/evidence/answer"), "SeePersonalData");
        await RefusesAsync(other.GetAsync($"{ApiCaller.Sessions}/{id}/evidence/answer"), "SeePersonalData");
        await RefusesAsync(creator.GetAsync(ApiCaller.Sessions), "SeeSessions");
        await RefusesAsync(creator.GetAsync($"{ApiCaller.Sessions}/{id}"), "SeeSessions");
        await RefusesAsync(creator.GetAsync($"{ApiCaller.Sessions}/{id}/evidence/consent"), "SeeSessions");
        await RefusesAsync(creator.PostAsync(ApiCaller.Body()), "SeeSessions");
        Assert.Equal("awaitingUser", (await reader.SeeAsync(id)).GetProperty("status").GetString());
    }

    [Fact]
    public async Task What_a_key_may_not_see_is_null_and_not_none()
    {
        using var caller = portal.Call();
        using var reader = portal.Call(ApiPortal.OnlyReads);
        var seen = await reader.SeeAsync(await caller.CreateAsync());
        Assert.Equal(System.Text.Json.JsonValueKind.Null, seen.GetProperty("charges").ValueKind);
        Assert.Equal(System.Text.Json.JsonValueKind.Null, seen.GetProperty("link").ValueKind);
    }

    [Theory]
    [InlineData("GET", "/api/v1/nonsense", 404, "not-found")]
    [InlineData("GET", "/api/v1/sessions/abc", 404, "not-found")]
    [InlineData("GET", "/api/v1/sessions/7f0c1a52-4f0a-4a39-9a9b-6a4d0b8d9d11", 404, "session-unknown")]
    [InlineData("POST", "/api/v1/sessions/7f0c1a52-4f0a-4a39-9a9b-6a4d0b8d9d11/cancel", 404, "session-unknown")]
    [InlineData("GET", "/api/v1/sessions/7f0c1a52-4f0a-4a39-9a9b-6a4d0b8d9d11/evidence/face", 404, "session-unknown")]
    [InlineData("DELETE", "/api/v1/sessions", 405, "method-not-allowed")]
    public async Task A_wrong_address_is_a_problem_and_no_page(string method, string path, int status, string code)
    {
        using var caller = portal.Call();
        var reply = await caller.SendAsync(new HttpRequestMessage(new HttpMethod(method), path));
        Assert.Equal(((HttpStatusCode)status, code), (reply.Status, reply.Code));
        Assert.Equal("no-store", reply.Headers.CacheControl?.ToString());
    }

    [Theory]
    [InlineData(null, "en", "This key is not known here.")]
    [InlineData("zh-CN", "zh-CN", "密钥无效。")]
    [InlineData("fr", "en", "This key is not known here.")]
    public async Task Words_come_in_the_language_asked_for(string? asked, string language, string words)
    {
        using var caller = portal.Call("not-a-key-of-anybody");
        if (asked is not null)
            caller.Http.DefaultRequestHeaders.AcceptLanguage.ParseAdd(asked);
        var reply = await caller.GetAsync(ApiCaller.Sessions);
        Assert.Equal((words, language), (reply.Detail, Assert.Single(reply.ContentHeaders.ContentLanguage)));
    }

    private static async Task RefusesAsync(Task<ApiReply> asked, string permission)
    {
        var reply = await asked;
        Assert.Equal((HttpStatusCode.Forbidden, "access-denied"), (reply.Status, reply.Code));
        Assert.Contains(permission, reply.Detail, StringComparison.Ordinal);
    }
}
