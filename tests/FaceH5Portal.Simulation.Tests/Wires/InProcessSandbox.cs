using System.Net;
using FaceH5Portal.Sandbox;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace FaceH5Portal.Simulation.Tests.Wires;

/// <summary>The real sandbox without its listener: each request goes through the whole of its pipeline, on the caller's thread.</summary>
internal sealed class InProcessSandbox : IAsyncDisposable
{
    public const string Address = "http://localhost:5090";

    private readonly WebApplication app;
    private readonly RequestDelegate pipeline;

    public InProcessSandbox(SandboxClock clock, TimeSpan comparing)
    {
        app = SandboxHost.Create(new SandboxOptions { Url = Address, ComparingTime = comparing }, clock);
        // The host would put these around the pipeline when it starts listening.
        app.UseRouting();
        app.UseEndpoints(_ => { });
        pipeline = ((IApplicationBuilder)app).Build();
    }

    public async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request)
    {
        await using var scope = app.Services.CreateAsyncScope();
        using var body = new MemoryStream();
        var context = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        await FillAsync(context.Request, request);
        context.Response.Body = body;
        await pipeline(context);
        var answer = new HttpResponseMessage((HttpStatusCode)context.Response.StatusCode) { Content = new ByteArrayContent(body.ToArray()) };
        answer.Content.Headers.TryAddWithoutValidation("Content-Type", context.Response.ContentType);
        return answer;
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    private static async Task FillAsync(HttpRequest to, HttpRequestMessage from)
    {
        var address = from.RequestUri!;
        (to.Method, to.Scheme, to.Host) = (from.Method.Method, address.Scheme, new HostString(address.Authority));
        (to.Path, to.QueryString) = (PathString.FromUriComponent(address), QueryString.FromUriComponent(address));
        if (from.Content is not { } content)
            return;
        to.ContentType = content.Headers.ContentType?.ToString();
        to.Body = new MemoryStream(await content.ReadAsByteArrayAsync());
        to.ContentLength = to.Body.Length;
    }
}
