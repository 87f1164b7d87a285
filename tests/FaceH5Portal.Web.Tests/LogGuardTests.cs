using FaceH5Portal.Core.Data;
using FaceH5Portal.Web.Logging;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace FaceH5Portal.Web.Tests;

public sealed class LogGuardTests
{
    [Theory]
    [InlineData("GET /v/fh5_abcdefghijklmnopqrstuv done", "abcdefghij")]
    [InlineData("value 'v/fh5_abcdefghijklmnopqrstuv'", "abcdefghij")]
    [InlineData("GET /r/fh5_abcdefghijklmnopqrstuv done", "abcdefghij")]
    [InlineData("at http%3A%2F%2Flocalhost%2Fv%2Fabcdefghij", "abcdefghij")]
    [InlineData("http%253A%252F%252Flocalhost%252fv%252fabcdefghij", "abcdefghij")]
    [InlineData("successUrl=http%3A%2F%2Flocalhost%2Fr%2Fabcdef-ghij", "abcdef-ghij")]
    [InlineData("http%253A%252F%252Flocalhost%252Fr%252Fabcdefghij", "abcdefghij")]
    [InlineData("/face/print/?token=Yz9rWITm4vak16PBAh5x8oG7&x=1", "Yz9rWITm4vak16PBAh5x8oG7")]
    [InlineData("verify_token%3Dabcabcabcabc", "abcabcabcabc")]
    [InlineData("POST /oauth?access_token=abcabcabcabc&x=1", "abcabcabcabc")]
    [InlineData("verify_token%253Dabcabcabcabc", "abcabcabcabc")]
    [InlineData("access_token=abc%2Bdefghijk%3D&x=1", "defghijk")]
    [InlineData("client_secret=short", "short")]
    [InlineData("client_secret%3Dshort%26grant_type%3Dclient_credentials", "short")]
    [InlineData("bearer 24.0123456789abcdef0123456789abcdef.2592000.1.2-3", "0123456789abcdef")]
    [InlineData("Authorization: Bearer sandbox-portal-key", "sandbox-portal-key")]
    [InlineData("the number 110101199003070011 failed", "110101199003070011")]
    [InlineData("the number 11010119900307001X failed", "19900307")]
    [InlineData("id_no%3D%22110101199003070011%22", "110101199003070011")]
    [InlineData("{\\u0022id_no\\u0022:\\u0022110101199003070011\\u0022}", "110101199003070011")]
    [InlineData("found Yz9rWITm4vak16PBAh5x8oG7 somewhere", "Yz9rWITm4vak16PBAh5x8oG7")]
    public void A_secret_leaves_a_blot(string line, string secret)
    {
        var scrubbed = SecretScrubber.Scrub(line);
        Assert.DoesNotContain(secret, scrubbed, StringComparison.Ordinal);
        Assert.Contains("***", scrubbed, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Executed DbCommand (2ms) [Parameters=[@p0='?' (DbType = Guid)], CommandType='Text']")]
    [InlineData("session 019aaf03-9e5c-7d3a-8f5e-0c1b2a3d4e5f changed")]
    [InlineData("Request finished HTTP/1.1 GET http://localhost:5080/sessions/new - 200")]
    [InlineData("Microsoft.AspNetCore.Components.Server.ComponentHub at 0HNHLK2T5VQ0M:00000001")]
    [InlineData("FaceH5Portal.Core.Harvesting.HarvestPass[20]")]
    [InlineData("SELECT \"v\".\"Id\", \"v\".\"LinkExpiresUtc\" FROM \"VerificationSessions\" AS \"v\" WHERE \"v\".\"LinkHash\" = @hash LIMIT 2")]
    [InlineData("cursor=24&page=3, order 20260301020000123456")]
    [InlineData("trace 4bf92f3577b34da6a3ce929d0e0e4736")]
    public void An_ordinary_line_stays_as_it_is(string line) => Assert.Equal(line, SecretScrubber.Scrub(line));

    [Fact]
    public void Our_own_secrets_are_known_by_their_prefix()
    {
        var secret = new Entropy().NewSecret();
        Assert.Equal("x *** y", SecretScrubber.Scrub($"x {secret} y"));
    }

    [Fact]
    public void The_guard_stands_before_every_provider()
    {
        var kept = new Kept();
        using var services = Guarded(kept);
        var factory = services.GetRequiredService<ILoggerFactory>();
        factory.CreateLogger("Any").LogError(new InvalidOperationException("token=abcabcabcabc"), "at /v/{Code}", "abcdefghijkl");
        var line = Assert.Single(kept.Lines);
        Assert.DoesNotContain("abcdefghijkl", line, StringComparison.Ordinal);
        Assert.DoesNotContain("abcabcabc", line, StringComparison.Ordinal);
        Assert.Contains("InvalidOperationException", line, StringComparison.Ordinal);
    }

    [Fact]
    public void Values_that_are_kept_apart_are_scrubbed_one_by_one()
    {
        var kept = new Kept();
        using var services = Guarded(kept);
        var id = Guid.NewGuid();
        services.GetRequiredService<ILogger<LogGuardTests>>().LogInformation("{Id} at {Path} after {Took}", id, "/v/abcdefghijkl", TimeSpan.FromSeconds(1));
        Assert.Equal(
            new Dictionary<string, object?> { ["Id"] = id, ["Path"] = "/v/***", ["Took"] = TimeSpan.FromSeconds(1), ["{OriginalFormat}"] = "{Id} at {Path} after {Took}" },
            kept.Values);
    }

    [Theory]
    [InlineData("Microsoft.AspNetCore.SignalR.Internal.DefaultHubDispatcher")]
    [InlineData("Microsoft.AspNetCore.Http.Connections.Internal.Transports.WebSocketsServerTransport")]
    [InlineData("Microsoft.AspNetCore.Http.Result.RedirectResult")]
    [InlineData("Microsoft.AspNetCore.Components.RenderTree.Renderer")]
    public void Who_prints_what_people_type_is_silent_below_a_warning(string category)
    {
        var kept = new Kept();
        using var services = Guarded(kept);
        var logger = services.GetRequiredService<ILoggerFactory>().CreateLogger(category);
        logger.LogTrace("typed 张三");
        logger.LogInformation("typed 张三");
        logger.LogWarning("loud");
        Assert.Equal(["loud"], kept.Lines);
        Assert.Equal((false, true), (logger.IsEnabled(LogLevel.Information), logger.IsEnabled(LogLevel.Warning)));
    }

    [Fact]
    public void A_scope_is_scrubbed_as_a_line_is()
    {
        var kept = new Kept();
        using var services = Guarded(kept);
        using var scope = services.GetRequiredService<ILogger<LogGuardTests>>().BeginScope("RequestPath:{Path}", "/v/abcdefghijkl");
        Assert.Equal(["RequestPath:/v/***"], kept.Scopes);
    }

    [Fact]
    public void A_refused_start_is_left_to_the_program_to_tell()
    {
        var kept = new Kept();
        using var services = Guarded(kept);
        services.GetRequiredService<ILogger<LogGuardTests>>().LogCritical(new PortalStartException("no"), "Hosting failed to start");
        Assert.Empty(kept.Lines);
    }

    private static ServiceProvider Guarded(Kept kept) => new ServiceCollection()
        .AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(kept)).AddGuardedLogging().BuildServiceProvider();

    private sealed class Kept : ILoggerProvider, ILogger
    {
        public List<string> Lines { get; } = [];

        public List<string> Scopes { get; } = [];

        public Dictionary<string, object?> Values { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull
        {
            Scopes.Add(state.ToString()!);
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            Lines.Add(formatter(state, exception) + exception);
            foreach (var (name, value) in state as IReadOnlyList<KeyValuePair<string, object?>> ?? [])
                Values[name] = value;
        }

        public void Dispose() => Lines.TrimExcess();
    }
}
