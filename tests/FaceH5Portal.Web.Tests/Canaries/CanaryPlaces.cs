using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Runtime.ExceptionServices;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace FaceH5Portal.Web.Tests.Canaries;

/// <summary>
/// Where a program talks without being asked: each word of its logs at the loudest, its traces, its metrics, the texts
/// of its exceptions and the addresses it is asked for go into a file of their own.
/// </summary>
internal sealed class CanaryPlaces : ILoggerProvider, IStartupFilter
{
    public static readonly string[] Names = ["logs", "traces", "metrics", "exceptions", "addresses"];

    private readonly Dictionary<string, StreamWriter> files;
    private readonly ActivityListener traces;
    private readonly MeterListener metrics = new();
    private readonly Lock turn = new();
    private bool isClosed;

    public CanaryPlaces(string folder)
    {
        files = Names.ToDictionary(name => name, name => new StreamWriter(Path.Combine(folder, name)));
        traces = new ActivityListener
        {
            ShouldListenTo = _ => true,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity => Note("traces", Told(activity)),
        };
        ActivitySource.AddActivityListener(traces);
        metrics.InstrumentPublished = (instrument, listener) => listener.EnableMeasurementEvents(instrument);
        metrics.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Note("metrics", Told(instrument, value, tags)));
        metrics.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Note("metrics", Told(instrument, value, tags)));
        metrics.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Note("metrics", Told(instrument, value, tags)));
        metrics.Start();
        AppDomain.CurrentDomain.FirstChanceException += Note;
    }

    public void AddTo(IServiceCollection services)
    {
        services.TryAddEnumerable(ServiceDescriptor.Singleton<ILoggerProvider, CanaryPlaces>(_ => this));
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddFilter<CanaryPlaces>(null, LogLevel.Trace)
            .AddFilter<CanaryPlaces>("Microsoft", LogLevel.Trace).AddFilter<CanaryPlaces>("System.Net.Http", LogLevel.Trace).AddFilter<CanaryPlaces>("Polly", LogLevel.Trace));
        services.AddSingleton<IStartupFilter>(this);
    }

    public ILogger CreateLogger(string categoryName) => new Line(this, categoryName);

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use((context, proceed) =>
        {
            Note("addresses", context.Request.GetEncodedUrl());
            return proceed(context);
        });
        next(app);
    };

    /// <summary>The last word is in its file; nothing is heard afterwards.</summary>
    public void Close()
    {
        AppDomain.CurrentDomain.FirstChanceException -= Note;
        traces.Dispose();
        metrics.Dispose();
        lock (turn)
        {
            isClosed = true;
            foreach (var file in files.Values)
                file.Dispose();
        }
    }

    // The host disposes its providers while others may still speak; Close ends it.
    public void Dispose()
    {
    }

    private void Note(object? sender, FirstChanceExceptionEventArgs thrown) => Note("exceptions", thrown.Exception.ToString());

    private void Note(string place, string words)
    {
        lock (turn)
            if (!isClosed)
                files[place].WriteLine(words);
    }

    private static string Told(Activity activity) => string.Join('\n',
    [
        $"{activity.Source.Name} {activity.OperationName} {activity.DisplayName} {activity.StatusDescription}",
        .. activity.TagObjects.Concat(activity.Events.SelectMany(happened => happened.Tags)).Select(tag => $"  {tag.Key}={tag.Value}"),
        .. activity.Baggage.Select(tag => $"  {tag.Key}={tag.Value}"),
    ]);

    private static string Told(Instrument instrument, object value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var words = $"{instrument.Meter.Name} {instrument.Name} {value}";
        foreach (var tag in tags)
            words += $" {tag.Key}={tag.Value}";
        return words;
    }

    private sealed class Line(CanaryPlaces places, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull
        {
            places.Note("logs", $"{category} > {state}");
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            places.Note("logs", $"{logLevel} {category} {formatter(state, exception)}{exception}");
    }
}
