using System.Net;
using System.Security.Cryptography;
using FaceH5Portal.Core.Sessions;
using FaceH5Portal.Core.Sessions.Journey;
using FaceH5Portal.TestKit;

namespace FaceH5Portal.Web.Tests.Api;

[Collection(ApiTests.Name)]
public sealed class CreateTests(ApiPortal portal)
{
    [Fact]
    public async Task A_session_is_created_and_its_link_handed_over()
    {
        using var caller = portal.Call();
        var reply = await caller.PostAsync(ApiCaller.Body(("reference", "order-17")));
        var (id, json) = (reply.Json.GetProperty("id").GetGuid(), reply.Json);
        Assert.Equal((HttpStatusCode.Created, $"/api/v1/sessions/{id}"), (reply.Status, reply.Headers.Location?.ToString()));
        Assert.StartsWith("http://localhost:5080/v/fh5_", json.GetProperty("link").GetString(), StringComparison.Ordinal);
        Assert.Equal(["awaitingUser", "order-17", "1001", "notDue", "none", "full"],
            new[] { "status", "reference", "plan", "harvest", "review", "privacy" }.Select(field => json.GetProperty(field).GetString()));
        Assert.EndsWith("Z", json.GetProperty("createdAt").GetString(), StringComparison.Ordinal);
        Assert.Equal(72, (json.GetProperty("linkExpiresAt").GetDateTime() - json.GetProperty("createdAt").GetDateTime()).TotalHours, 0.01);
        Assert.Equal(json.GetRawText(), (await caller.SeeAsync(id)).GetRawText());
        Assert.Equal(1, await portal.CountAsync<VerificationSession>(s => s.Id == id && s.CreatedBy == "api-key/sandbox"));
    }

    [Fact]
    public async Task The_audit_says_which_key_acted()
    {
        using var caller = portal.Call(ApiPortal.SeesPeople);
        var id = await caller.CreateAsync();
        Assert.Equal(1, await portal.CountAsync<Core.Auditing.AuditEntry>(
            entry => entry.Target == $"session/{id}" && entry.ActorId == "api-key/people" && entry.Action == Core.Auditing.AuditAction.SessionCreated));
    }

    [Fact]
    public async Task A_plan_may_be_named_by_its_id_here_as_well()
    {
        using var caller = portal.Call();
        var plan = (await portal.Get<Core.Plans.PlanService>().ListAsync(Core.Access.Actor.System, CancellationToken.None)).Value[0];
        Assert.Equal(plan.Terms.VendorPlanId, (await caller.SeeAsync(await caller.CreateAsync(("plan", plan.Id)))).GetProperty("plan").GetString());
    }

    [Fact]
    public async Task A_purpose_of_its_own_is_what_the_person_is_told()
    {
        using var caller = portal.Call();
        var (own, other) = (await caller.CreateAsync(("purpose", "Opening an account")), await caller.CreateAsync());
        Assert.Equal("Opening an account", (await caller.SeeAsync(own)).GetProperty("purpose").GetString());
        Assert.Equal("Opening an account", (await portal.Get<EndUserJourney>().ViewAsync(own, CancellationToken.None)).Value.Purpose);
        Assert.Equal("演示：确认是您本人在办理业务", (await caller.SeeAsync(other)).GetProperty("purpose").GetString());
    }

    [Theory]
    [InlineData("https://shop.example/done?order=17")]
    [InlineData("https://CRM.example/done")]
    [InlineData("http://localhost:8080/done")]
    public async Task A_way_onwards_that_is_allowed_is_kept(string address)
    {
        using var caller = portal.Call();
        var id = await caller.CreateAsync(("returnUrl", address));
        Assert.Equal(new Uri(address).AbsoluteUri, (await caller.SeeAsync(id)).GetProperty("returnUrl").GetString());
    }

    [Theory]
    [InlineData("https://evil.example/", "return-url-not-allowed")]
    [InlineData("https://shop.example.evil.example/", "return-url-not-allowed")]
    [InlineData("https://shop.example@evil.example/", "return-url-invalid")]
    [InlineData("http://shop.example/", "return-url-invalid")]
    [InlineData("javascript:alert(1)", "return-url-invalid")]
    [InlineData("/done", "return-url-invalid")]
    [InlineData("", "return-url-invalid")]
    public async Task A_way_onwards_that_is_not_allowed_is_refused(string address, string code)
    {
        using var caller = portal.Call();
        var reply = await caller.PostAsync(ApiCaller.Body(("returnUrl", address)));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, code), (reply.Status, reply.Code));
        Assert.Equal(["returnUrl"], reply.Fields);
    }

    [Theory]
    [InlineData(null, "residentIdCard", ApiCaller.Number)]
    [InlineData(0, "residentIdCard", ApiCaller.Number)]
    [InlineData("residentIdCard", "residentIdCard", ApiCaller.Number)]
    [InlineData(3, "overseasChinesePassport", "E12345678")]
    [InlineData("OverseasChinesePassport", "overseasChinesePassport", "E12345678")]
    public async Task A_certificate_is_named_by_number_or_by_word(object? type, string word, string number)
    {
        using var caller = portal.Call();
        var id = await caller.CreateAsync(("certificateType", type), ("idNumber", number));
        Assert.Equal(word, (await caller.SeeAsync(id)).GetProperty("subject").GetProperty("certificateType").GetString());
    }

    [Fact]
    public async Task A_wrong_check_digit_needs_a_word_that_it_was_compared()
    {
        using var caller = portal.Call();
        var refused = await caller.PostAsync(ApiCaller.Body(("idNumber", "110101199003070012")));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "number-check-digit"), (refused.Status, refused.Code));
        Assert.Contains("acceptCheckDigit", refused.Detail, StringComparison.Ordinal);
        await caller.CreateAsync(("idNumber", "110101199003070012"), ("acceptCheckDigit", true));
    }

    [Fact]
    public async Task A_plan_with_own_photos_takes_one_or_leaves_it_to_the_person()
    {
        using var caller = portal.Call();
        var photo = Photos.Of(320, 240);
        var id = await caller.CreateAsync(("plan", "1004"), ("matchImage", Convert.ToBase64String(photo)));
        var evidence = Assert.Single((await caller.SeeAsync(id)).GetProperty("evidence").EnumerateArray());
        // Drawn anew, as every photo that comes from outside.
        Assert.Equal("match", evidence.GetProperty("kind").GetString());
        Assert.NotEqual(Convert.ToHexStringLower(SHA256.HashData(photo)), evidence.GetProperty("sha256").GetString());
        var without = await caller.SeeAsync(await caller.CreateAsync(("plan", "1004")));
        Assert.Empty(without.GetProperty("evidence").EnumerateArray());
    }
}
