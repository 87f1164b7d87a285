using System.Net;
using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Auditing;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Web.Tests.Host;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

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
        using var visitor = portal.Visit();
        await visitor.ActAsAsync("Administrator");
        var before = await RecordedAsync();
        foreach (var path in Forms().Select(route => route.PathOf()).Distinct())
            foreach (var proof in new[] { "", "CfDJ8ofAnotherSite" })
            {
                using var answer = await visitor.PostAsync(path, ("__RequestVerificationToken", proof), ("role", "Administrator"), ("theme", "dark"));
                Assert.Equal((path, HttpStatusCode.Redirect), (path, answer.StatusCode));
                Assert.Contains(answer.Headers.Location!.ToString(), new[] { "/", "/verify" });
                Assert.DoesNotContain("__Host-person", Cookies(answer), StringComparison.Ordinal);
                Assert.DoesNotContain("__Host-console-theme", Cookies(answer), StringComparison.Ordinal);
            }
        Assert.Equal(before, await RecordedAsync());
    }

    [Fact]
    public async Task Every_cookie_is_bound_to_this_host_secure_and_no_scripts_business()
    {
        using var visitor = portal.Visit();
        var set = new List<string>();
        foreach (var (path, field, value) in new[] { ("preferences/language", "language", "en"), ("preferences/theme", "theme", "dark"), ("preferences/text-size", "large", "yes"), ("sign-in/demo", "role", "Auditor") })
        {
            using var answer = await visitor.SendAsync($"/{path}", (field, value));
            set.AddRange(answer.Headers.GetValues("Set-Cookie"));
        }
        using (var form = await portal.Visit().GetAsync("/r/fh5_anystateatallwilldo00"))
            set.AddRange(form.Headers.GetValues("Set-Cookie"));
        using (var link = await visitor.GetAsync((await portal.CreateSessionAsync()).Link.AbsolutePath))
            set.AddRange(link.Headers.GetValues("Set-Cookie"));
        Assert.Equal(["__Host-console-theme", "__Host-form", "__Host-language", "__Host-person", "__Host-text-size", "__Host-visit"],
            set.Select(cookie => cookie.Split('=')[0]).Distinct().Order(StringComparer.Ordinal));
        Assert.All(set, cookie => Assert.All(["; path=/", "; secure", "; httponly", "; samesite="],
            part => Assert.Contains(part, cookie, StringComparison.OrdinalIgnoreCase)));
    }

    private IEnumerable<RouteEndpoint> Forms() => portal.Routes()
        .Where(route => route.Takes("POST") && !Array.Exists(WithoutForms, prefix => route.PathOf().StartsWith(prefix, StringComparison.Ordinal)))
        .Where(route => route.Metadata.GetMetadata<IHttpMethodMetadata>() is not null);

    /// <summary>Every act of somebody is in the audit; the workers' are nobody's.</summary>
    private async Task<int> RecordedAsync()
    {
        await using var db = await portal.Services.GetRequiredService<PortalStore>().ReadAsync(CancellationToken.None);
        return await db.Set<AuditEntry>().CountAsync(entry => entry.ActorId != Actor.System.Id);
    }

    private static string Cookies(HttpResponseMessage answer) =>
        string.Join('\n', Visitor.CookiesOf(answer));
}
