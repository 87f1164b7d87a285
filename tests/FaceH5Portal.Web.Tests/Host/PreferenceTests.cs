using System.Net;

namespace FaceH5Portal.Web.Tests.Host;

[Collection(HostTests.Name)]
public sealed class PreferenceTests(PortalHost portal)
{
    [Fact]
    public async Task A_chosen_language_outlives_what_the_browser_prefers()
    {
        using var visitor = portal.Visit("en");
        using var answer = await visitor.SendAsync("/preferences/language", ("language", "zh-CN"), ("returnTo", "/verify"));
        Assert.Equal((HttpStatusCode.Redirect, "/verify"), (answer.StatusCode, answer.Headers.Location!.ToString()));
        Assert.Equal("zh-CN", (await visitor.ReadAsync("/verify")).DocumentElement.GetAttribute("lang"));
    }

    [Theory]
    [InlineData("fr")]
    [InlineData("en;secure=no")]
    [InlineData("")]
    public async Task A_foreign_language_is_not_taken(string language)
    {
        using var visitor = portal.Visit("en");
        using var answer = await visitor.SendAsync("/preferences/language", ("language", language));
        Assert.DoesNotContain(Visitor.CookiesOf(answer), cookie => cookie.Contains("Culture", StringComparison.Ordinal) && !cookie.Contains("c%3Dzh-CN%7Cuic%3Dzh-CN", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Emperor")]
    [InlineData("99")]
    [InlineData("")]
    public async Task A_foreign_role_is_refused(string role)
    {
        using var visitor = portal.Visit();
        using var answer = await visitor.SendAsync("/sign-in/demo", ("role", role));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }

    [Theory]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("https://evil.example/")]
    [InlineData("javascript:alert(1)")]
    [InlineData("/\t/evil.example")]
    [InlineData("/\r\nSet-Cookie: evil=1")]
    [InlineData("evil")]
    public async Task No_form_leads_to_another_site(string returnTo)
    {
        using var visitor = portal.Visit();
        using var language = await visitor.SendAsync("/preferences/language", ("language", "en"), ("returnTo", returnTo));
        using var role = await visitor.SendAsync("/sign-in/demo", ("role", "Auditor"), ("returnTo", returnTo));
        Assert.Equal(("/", "/"), (language.Headers.Location?.ToString(), role.Headers.Location?.ToString()));
    }

    [Theory]
    [InlineData("/preferences/language", "language", "en")]
    [InlineData("/sign-in/demo", "role", "Administrator")]
    public async Task A_form_without_its_proof_of_origin_chooses_nothing(string path, string field, string value)
    {
        using var visitor = portal.Visit();
        using var answer = await visitor.PostAsync(path, (field, value));
        Assert.Equal((HttpStatusCode.Redirect, "/"), (answer.StatusCode, answer.Headers.Location?.ToString()));
        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task Another_hosts_name_is_refused()
    {
        using var http = portal.CreateClient(new() { BaseAddress = new Uri("https://evil.example") });
        using var answer = await http.GetAsync(new Uri("/", UriKind.Relative));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }
}
