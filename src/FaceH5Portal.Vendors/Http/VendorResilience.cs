using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http.Resilience;
using Polly;
using Polly.Timeout;

namespace FaceH5Portal.Vendors.Http;

/// <summary>How long to wait for a vendor, as its options say.</summary>
internal sealed record VendorPatience(TimeSpan Query, TimeSpan QueryDeadline, TimeSpan RetryDelay);

/// <summary>The two ways to call a vendor. All waiting on a network happens here; longer waits are due times in Core.</summary>
internal static class VendorResilience
{
    /// <summary>For calls that only ask: a deadline, a second try for what a second try can cure, a breaker, a time-out per try.</summary>
    public static IHttpClientBuilder AddVendorQueryClient(this IServiceCollection services, string name, Func<IServiceProvider, VendorPatience> patience) =>
        services.AddVendorClient(name, (pipeline, provider) =>
        {
            var wait = patience(provider);
            pipeline
                .AddTimeout(wait.QueryDeadline)
                .AddRetry(OneQuickRetry(wait.RetryDelay))
                .AddCircuitBreaker(Breaker())
                .AddTimeout(wait.Query);
        });

    /// <summary>For calls that mint, change or cost: no second try, ever.</summary>
    public static IHttpClientBuilder AddVendorCommandClient(this IServiceCollection services, string name, Func<IServiceProvider, TimeSpan> timeout) =>
        services.AddVendorClient(name, (pipeline, provider) => pipeline.AddCircuitBreaker(Breaker()).AddTimeout(timeout(provider)));

    /// <summary>For calls too few for a breaker that counts by the dozen: no second try either, and whoever calls decides when a vendor is left alone.</summary>
    public static IHttpClientBuilder AddVendorRareClient(this IServiceCollection services, string name, Func<IServiceProvider, TimeSpan> timeout) =>
        services.AddVendorClient(name, (pipeline, provider) => pipeline.AddTimeout(timeout(provider)));

    private static IHttpClientBuilder AddVendorClient(
        this IServiceCollection services, string name, Action<ResiliencePipelineBuilder<HttpResponseMessage>, IServiceProvider> configure)
    {
        // A redirect would send a command a second time and a token to another host; the pipeline, not the client, keeps the time.
        var client = services.AddHttpClient(name, client => client.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
        client.AddResilienceHandler(name, (pipeline, context) =>
        {
            // A network keeps real time. The product's clock can be moved by hours, which must not time out every call in flight.
            pipeline.TimeProvider = TimeProvider.System;
            configure(pipeline, context.ServiceProvider);
        });
        return client.AddHttpMessageHandler(() => new WholeBodyHandler());
    }

    private static HttpRetryStrategyOptions OneQuickRetry(TimeSpan delay) => new()
    {
        MaxRetryAttempts = 1,
        Delay = delay,
        BackoffType = DelayBackoffType.Constant,
        UseJitter = true,
        ShouldRetryAfterHeader = false,
        ShouldHandle = arguments => ValueTask.FromResult(IsTransient(arguments.Outcome)),
    };

    /// <summary>Opens late: with few calls a handful of failures says little, and a person is waiting behind each.</summary>
    private static HttpCircuitBreakerStrategyOptions Breaker() => new()
    {
        MinimumThroughput = 20,
        FailureRatio = 0.5,
        SamplingDuration = TimeSpan.FromSeconds(30),
        BreakDuration = TimeSpan.FromSeconds(15),
        ShouldHandle = arguments => ValueTask.FromResult(IsTransient(arguments.Outcome)),
    };

    private static bool IsTransient(Outcome<HttpResponseMessage> outcome) => outcome switch
    {
        { Exception: TimeoutRejectedException } => true,
        { Exception: HttpRequestException { InnerException: AddressRefusedException } } => false,
        { Exception: HttpRequestException error } => error.HttpRequestError != HttpRequestError.ConfigurationLimitExceeded,
        { Result: { } response } => (int)response.StatusCode >= 500 && !AsksToWait(response),
        _ => false,
    };

    /// <summary>A vendor that says when to come back is busy, not broken; a quick second try would only add to it.</summary>
    private static bool AsksToWait(HttpResponseMessage response) =>
        response is { StatusCode: HttpStatusCode.ServiceUnavailable, Headers.RetryAfter: not null };
}
