using System.Net;
using FaceH5Portal.Web.Tests.Host;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Routing;

namespace FaceH5Portal.Web.Tests.Safety;

/// <summary>A form counts only where it comes from a page of ours.</summary>
[Collection(HostTests.Name)]
public sealed class FormProofTests(PortalHost portal)
{
    // The API knows no cookie, and the circuit looks at where its caller comes from.
    private static readonly string[] WithoutForms = ["/api", "/_blazor"];

    [Fact]
    public void Every_endpoint_that_takes_a_form_asks_for_its_proof()
    {
        Assert.Contains("/sessions/export", Forms().Select(route => route.PathOf()));
        Assert.Empty(Forms().Where(route => route.Metadata.GetMetadata<IAntiforgeryMetadata>() is not { RequiresValidation: true }).Select(route => route.RoutePattern.RawText));
    }

    [Fact]
    public async Task Without_its_proof_or_with_anothers_a_form_does_nothing()
    {
        await using var watch = await portal.WatchAsync();
        using var visitor = portal.Visit();
        (await visitor.SendAsync("/preferences/language", ("language", "en"))).Dispose();
        var before = watch.Version;
        foreach (var path in Forms().Select(route => route.PathOf()).Distinct())
            foreach (var proof in new[] { "", "CfDJ8ofAnotherSite" })
            {
                using var answer = await visitor.PostAsync(path, ("__RequestVerificationToken", proof), ("role", "Administrator"), ("theme", "dark"));
                Assert.Equal((path, HttpStatusCode.Redirect), (path, answer.StatusCode));
                Assert.Contains(answer.Headers.Location!.ToString(), new[] { "/", "/verify" });
                Assert.DoesNotContain("__Host-actor", Cookies(answer), StringComparison.Ordinal);
                Assert.DoesNotContain("__Host-console-theme", Cookies(answer), StringComparison.Ordinal);
            }
        Assert.Equal(before, watch.Version);
    }

    [Fact]
    public async Task Every_cookie_is_bound_to_this_host_secure_and_no_scripts_business()
    {
        using var visitor = portal.Visit();
        var set = new List<string>();
        foreach (var (path, field, value) in new[] { ("language", "language", "en"), ("theme", "theme", "dark"), ("text-size", "large", "yes"), ("role", "role", "Auditor") })
        {
            using var answer = await visitor.SendAsync($"/preferences/{path}", (field, value));
            set.AddRange(answer.Headers.GetValues("Set-Cookie"));
        }
        using (var form = await portal.Visit().GetAsync("/r/fh5_anystateatallwilldo00"))
            set.AddRange(form.Headers.GetValues("Set-Cookie"));
        using (var link = await visitor.GetAsync((await portal.CreateSessionAsync()).Link.AbsolutePath))
            set.AddRange(link.Headers.GetValues("Set-Cookie"));
        Assert.Equal(["__Host-actor", "__Host-console-theme", "__Host-form", "__Host-language", "__Host-text-size", "__Host-visit"],
            set.Select(cookie => cookie.Split('=')[0]).Distinct().Order(StringComparer.Ordinal));
        Assert.All(set, cookie => Assert.All(["; path=/", "; secure", "; httponly", "; samesite="],
            part => Assert.Contains(part, cookie, StringComparison.OrdinalIgnoreCase)));
    }

    private IEnumerable<RouteEndpoint> Forms() => portal.Routes()
        .Where(route => route.Takes("POST") && !Array.Exists(WithoutForms, prefix => route.PathOf().StartsWith(prefix, StringComparison.Ordinal)))
        .Where(route => route.Metadata.GetMetadata<IHttpMethodMetadata>() is not null);

    private static string Cookies(HttpResponseMessage answer) =>
        answer.Headers.TryGetValues("Set-Cookie", out var set) ? string.Join('\n', set) : "";
}
