using Microsoft.Net.Http.Headers;

namespace FaceH5Portal.Web.Tests.Safety.Observatory;

/// <summary>The scorer itself: each fault costs what the table says.</summary>
public sealed class ScorerTests
{
    private const string Good = "default-src 'none'; script-src 'self'; form-action 'self'; frame-ancestors 'none'";

    private static readonly Dictionary<string, string> Best = new()
    {
        ["Content-Security-Policy"] = Good,
        ["Referrer-Policy"] = "no-referrer",
        ["Strict-Transport-Security"] = "max-age=31536000",
        ["X-Content-Type-Options"] = "nosniff",
        ["Cross-Origin-Resource-Policy"] = "same-origin",
    };

    [Fact]
    public void An_answer_without_any_fault_has_all_there_is() => Assert.Equal(130, Score("Server", "ours"));

    [Theory]
    [InlineData("Content-Security-Policy", null, 55)]
    [InlineData("Content-Security-Policy", "default-src 'none'; default-src 'self'; frame-ancestors 'none'", 55)]
    [InlineData("Content-Security-Policy", "script-src 'self'; frame-ancestors 'none'", 80)]
    [InlineData("Content-Security-Policy", "default-src 'self'; frame-ancestors 'none'", 125)]
    [InlineData("Content-Security-Policy", "default-src 'none'; script-src 'self' 'unsafe-inline'; frame-ancestors 'none'", 80)]
    [InlineData("Content-Security-Policy", "default-src 'none'; script-src https:; frame-ancestors 'none'", 80)]
    [InlineData("Content-Security-Policy", "default-src 'none'; form-action http://vendor.example; frame-ancestors 'none'", 80)]
    [InlineData("Content-Security-Policy", "default-src 'none'; script-src 'unsafe-eval'; frame-ancestors 'none'", 110)]
    [InlineData("Content-Security-Policy", "default-src 'none'; img-src http://pictures.example; frame-ancestors 'none'", 110)]
    [InlineData("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'", 120)]
    [InlineData("Content-Security-Policy", "default-src 'none'", 80)]
    [InlineData("Referrer-Policy", null, 125)]
    [InlineData("Referrer-Policy", "unsafe-url", 120)]
    [InlineData("Strict-Transport-Security", null, 80)]
    [InlineData("Strict-Transport-Security", "max-age=3600", 120)]
    [InlineData("X-Content-Type-Options", null, 125)]
    [InlineData("Cross-Origin-Resource-Policy", null, 120)]
    [InlineData("Cross-Origin-Resource-Policy", "everybody", 115)]
    public void A_fault_costs_what_the_table_says(string header, string? value, int score) => Assert.Equal(score, Score(header, value));

    [Theory]
    [InlineData("a=b; Secure; HttpOnly; SameSite=Lax", 135)]
    [InlineData("a=b; Secure; HttpOnly", 130)]
    [InlineData("a=b; Secure; HttpOnly; SameSite=None", 80)]
    [InlineData("a=b; Secure; SameSite=Lax", 70)]
    [InlineData("a=b; HttpOnly; SameSite=Lax", 120)]
    public void A_cookie_that_is_not_held_close_costs(string cookie, int score) =>
        Assert.Equal(score, ObservatoryScore.Of(new SeenAnswer(Best, [SetCookieHeaderValue.Parse(cookie)])));

    [Fact]
    public void Scripts_from_elsewhere_and_a_site_that_stays_on_http_cost_too()
    {
        Assert.Equal(125, ObservatoryScore.Of(new SeenAnswer(Best, []) { LoadsScriptsFromElsewhere = true }));
        Assert.Equal(80, ObservatoryScore.Of(new SeenAnswer(Best, []) { RedirectsToHttps = false }));
    }

    private static int Score(string header, string? value)
    {
        var headers = new Dictionary<string, string>(Best);
        if (value is null)
            headers.Remove(header);
        else
            headers[header] = value;
        return ObservatoryScore.Of(new SeenAnswer(headers, []));
    }
}
