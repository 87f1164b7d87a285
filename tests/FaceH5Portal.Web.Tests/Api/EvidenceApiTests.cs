using System.Net;
using System.Security.Cryptography;
using System.Text.Json;
using FaceH5Portal.Core.Auditing;
using FaceH5Portal.TestKit;

namespace FaceH5Portal.Web.Tests.Api;

[Collection(ApiTests.Name)]
public sealed class EvidenceApiTests(ApiPortal portal)
{
    [Fact]
    public async Task Every_piece_can_be_had_and_is_what_its_hash_says()
    {
        using var caller = portal.Call(ApiPortal.SeesPeople);
        var id = await PassedAsync(caller);
        var evidence = (await caller.SeeAsync(id)).GetProperty("evidence").EnumerateArray().ToList();
        Assert.Superset(new HashSet<string> { "face", "answer", "consent", "match" }, evidence.Select(item => Word(item, "kind")).ToHashSet());
        foreach (var item in evidence)
        {
            var reply = await caller.GetAsync(Word(item, "href"));
            Assert.Equal((HttpStatusCode.OK, Word(item, "mediaType")), (reply.Status, reply.MediaType));
            Assert.Equal((Word(item, "sha256"), item.GetProperty("bytes").GetInt64()), (Convert.ToHexStringLower(SHA256.HashData(reply.Bytes)), reply.Bytes.Length));
        }
    }

    [Fact]
    public async Task A_download_is_a_file_that_no_cache_keeps_and_no_browser_guesses_about()
    {
        using var caller = portal.Call();
        var id = await PassedAsync(caller);
        var reply = await caller.GetAsync($"{ApiCaller.Sessions}/{id}/evidence/face");
        Assert.Equal((HttpStatusCode.OK, "image/jpeg", "no-store"), (reply.Status, reply.MediaType, reply.Headers.CacheControl?.ToString()));
        Assert.Equal(("attachment", $"{id}-face.jpg"), (reply.ContentHeaders.ContentDisposition?.DispositionType, reply.ContentHeaders.ContentDisposition?.FileName));
        Assert.Equal(["nosniff"], reply.Headers.GetValues("X-Content-Type-Options"));
    }

    [Fact]
    public async Task Each_look_is_recorded_with_the_key_that_looked()
    {
        using var caller = portal.Call();
        var id = await PassedAsync(caller);
        var before = await LooksAsync();
        await caller.GetAsync($"{ApiCaller.Sessions}/{id}/evidence/face");
        await caller.GetAsync($"{ApiCaller.Sessions}/{id}/evidence/consent");
        Assert.Equal(before + 2, await LooksAsync());
    }

    [Fact]
    public async Task A_consent_names_the_text_and_hides_the_address()
    {
        using var caller = portal.Call();
        var id = await PassedAsync(caller);
        var consent = (await caller.GetAsync($"{ApiCaller.Sessions}/{id}/evidence/consent")).Json;
        Assert.Equal((id, "test", "en"), (consent.GetProperty("sessionId").GetGuid(), Word(consent, "textVersion"), Word(consent, "language")));
        Assert.DoesNotContain("127.0.0.1", consent.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_older_piece_is_had_by_its_hash()
    {
        using var caller = portal.Call(ApiPortal.SeesPeople);
        var id = await caller.CreateAsync(("name", "测试222360"));
        await portal.GoThroughAsync(id);
        await portal.GoThroughAsync(id);
        var answers = (await caller.SeeAsync(id)).GetProperty("evidence").EnumerateArray().Where(item => Word(item, "kind") == "answer").ToList();
        var older = answers.Where(item => Word(item, "href").EndsWith($"?sha256={Word(item, "sha256")}", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(older);
        var newest = Assert.Single(answers.Except(older));
        foreach (var piece in older)
            Assert.Equal(Word(piece, "sha256"), await HashAsync(caller, Word(piece, "href")));
        Assert.Equal(Word(newest, "sha256"), await HashAsync(caller, Word(newest, "href")));
    }

    [Fact]
    public async Task What_was_deleted_is_gone_and_its_hash_stays()
    {
        using var caller = portal.Call();
        var id = await PassedAsync(caller);
        portal.Advance(TimeSpan.FromDays(4));
        await portal.SweepAsync();
        var reply = await caller.GetAsync($"{ApiCaller.Sessions}/{id}/evidence/face");
        Assert.Equal((HttpStatusCode.Gone, "evidence-deleted"), (reply.Status, reply.Code));
        var face = (await caller.SeeAsync(id)).GetProperty("evidence").EnumerateArray().Single(item => Word(item, "kind") == "face");
        Assert.Equal(64, Word(face, "sha256").Length);
    }

    [Theory]
    [InlineData("face", "evidence-absent")]
    [InlineData("consent", "evidence-absent")]
    [InlineData("passport", "evidence-kind-unknown")]
    [InlineData("0", "evidence-kind-unknown")]
    public async Task What_is_not_there_is_a_404(string kind, string code)
    {
        using var caller = portal.Call();
        var reply = await caller.GetAsync($"{ApiCaller.Sessions}/{await caller.CreateAsync()}/evidence/{kind}");
        Assert.Equal((HttpStatusCode.NotFound, code), (reply.Status, reply.Code));
    }

    private static string Word(JsonElement json, string name) => json.GetProperty(name).GetString()!;

    private static async Task<string> HashAsync(ApiCaller caller, string href) =>
        Convert.ToHexStringLower(SHA256.HashData((await caller.GetAsync(href)).Bytes));

    private Task<int> LooksAsync() => portal.CountAsync<AuditEntry>(entry =>
        entry.Action == AuditAction.EvidenceViewed && entry.ActorId == "api-key/sandbox");

    private async Task<Guid> PassedAsync(ApiCaller caller)
    {
        var id = await caller.CreateAsync(("plan", "1004"), ("matchImage", Convert.ToBase64String(Photos.Of(320, 240))));
        await portal.GoThroughAsync(id);
        return id;
    }
}
