using FaceH5Portal.Core.Data;

namespace FaceH5Portal.Web.Logging;

/// <summary>
/// Stands before every log provider, the framework's own lines included, at any level that is configured: what
/// passes is scrubbed, and the categories that print what people type are shut above all settings.
/// </summary>
internal sealed class GuardedLoggerFactory(ILoggerFactory inner) : ILoggerFactory
{
    // A name has no shape by which it could be found, so these may not speak at all below a warning.
    private static readonly string[] PrintWhatPeopleType =
    [
        "Microsoft.AspNetCore.SignalR",
        "Microsoft.AspNetCore.Http.Connections",
        "Microsoft.AspNetCore.Components",
        // The way to the vendor's page carries its token.
        "Microsoft.AspNetCore.Http.Result",
    ];

    public void AddProvider(ILoggerProvider provider) => inner.AddProvider(provider);

    public ILogger CreateLogger(string categoryName) => new GuardedLogger(
        inner.CreateLogger(categoryName),
        PrintWhatPeopleType.Any(prefix => categoryName.StartsWith(prefix, StringComparison.Ordinal)) ? LogLevel.Warning : LogLevel.Trace);

    public void Dispose() => inner.Dispose();

    private sealed class GuardedLogger(ILogger inner, LogLevel least) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull =>
            inner.BeginScope(new ScrubbedScope(state));

        public bool IsEnabled(LogLevel logLevel) => logLevel >= least && inner.IsEnabled(logLevel);

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            // A refusal to start is told once, by the program, in its own words.
            if (!IsEnabled(logLevel) || exception is PortalStartException)
                return;
            var message = SecretScrubber.Scrub(formatter(state, exception));
            // The exception goes as text: its own message may hold an address with a token in it.
            if (exception is not null)
                message += Environment.NewLine + SecretScrubber.Scrub(exception.ToString());
            inner.Log(logLevel, eventId, new ScrubbedState(message, state as IReadOnlyList<KeyValuePair<string, object?>> ?? []), null, (scrubbed, _) => scrubbed.ToString());
        }
    }

    /// <summary>Every request begins some, and few lines print them: scrubbed when they do.</summary>
    private sealed class ScrubbedScope(object state)
    {
        public override string ToString() => SecretScrubber.Scrub(state.ToString() ?? "");
    }
}
