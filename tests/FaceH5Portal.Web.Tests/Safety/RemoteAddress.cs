using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace FaceH5Portal.Web.Tests.Safety;

/// <summary>The address that a connection comes from, which the test server leaves out: a header says it.</summary>
internal sealed class RemoteAddress : IStartupFilter
{
    public const string Header = "Test-Remote-Address";

    public static void Add(IServiceCollection services) => services.AddTransient<IStartupFilter, RemoteAddress>();

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use((context, proceed) =>
        {
            context.Connection.RemoteIpAddress = IPAddress.Parse(context.Request.Headers[Header].FirstOrDefault() ?? "127.0.0.1");
            return proceed(context);
        });
        next(app);
    };
}
