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
    [InlineData("successUrl=http%3A%2F%2Flocalhost%2Fr%2Fabcdef-ghij", "abcdef-ghij")]
    [InlineData("http%253A%252F%252Flocalhost%252Fr%252Fabcdefghij", "abcdefghij")]
    [InlineData("/face/print/?token=Yz9rWITm4vak16PBAh5x8oG7&x=1", "Yz9rWITm4vak16PBAh5x8oG7")]
    [InlineData("verify_token%3Dabcabcabcabc", "abcabcabcabc")]
    [InlineData("client_secret=short", "short")]
    [InlineData("bearer 24.0123456789abcdef0123456789abcdef.2592000.1.2-3", "0123456789abcdef")]
    [InlineData("the number 110101199003070011 failed", "110101199003070011")]
    [InlineData("the number 11010119900307001X failed", "19900307")]
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
        using var services = new ServiceCollection().AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(kept))
            .AddGuardedLogging().BuildServiceProvider();
        var factory = services.GetRequiredService<ILoggerFactory>();
        factory.CreateLogger("Any").LogError(new InvalidOperationException("token=abcabcabcabc"), "at /v/{Code}", "abcdefghijkl");
        factory.CreateLogger("Microsoft.AspNetCore.SignalR.Internal.DefaultHubDispatcher").LogDebug("typed 张三");
        factory.CreateLogger("Microsoft.AspNetCore.Components.Server").LogWarning("loud");
        Assert.Equal(2, kept.Lines.Count);
        Assert.DoesNotContain("abcdefghijkl", kept.Lines[0], StringComparison.Ordinal);
        Assert.DoesNotContain("abcabcabc", kept.Lines[0], StringComparison.Ordinal);
        Assert.Contains("InvalidOperationException", kept.Lines[0], StringComparison.Ordinal);
        Assert.Equal("loud", kept.Lines[1]);
    }

    private sealed class Kept : ILoggerProvider, ILogger
    {
        public List<string> Lines { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Add(formatter(state, exception) + exception);

        public void Dispose() => Lines.TrimExcess();
    }
}
