using FaceH5Portal.Sandbox.Capture;
using FaceH5Portal.Sandbox.Control;
using FaceH5Portal.Sandbox.Door;
using FaceH5Portal.Sandbox.Faceprint;
using FaceH5Portal.Sandbox.Hosting;
using FaceH5Portal.Sandbox.Media;
using FaceH5Portal.Sandbox.Oauth;
using FaceH5Portal.Sandbox.Photos;
using FaceH5Portal.Sandbox.State;
using FaceH5Portal.Sandbox.Verdicts;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace FaceH5Portal.Sandbox;

/// <summary>Builds the pretended vendor.</summary>
public static class SandboxHost
{
    // Three times the largest picture, so that one too large still gets the vendor's own answer.
    private const long LargestBody = 32 * 1024 * 1024;

    /// <summary>An application that is not started yet. Nothing but the arguments configures it.</summary>
    public static WebApplication Create(SandboxOptions options, SandboxClock clock, ILoggerFactory? logging = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(clock);
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(SandboxHost).Assembly.GetName().Name,
            EnvironmentName = Environments.Production,
            ContentRootPath = AppContext.BaseDirectory,
        });
        builder.WebHost.UseKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LargestBody;
        });
        builder.Services.AddRouting();
        builder.Services.Replace(ServiceDescriptor.Singleton<IHostLifetime, NoLifetime>());
        if (logging is not null) builder.Services.Replace(ServiceDescriptor.Singleton(logging));
        AddParts(builder.Services, options, clock);
        return Arrange(builder.Build(), options);
    }

    private static void AddParts(IServiceCollection services, SandboxOptions options, SandboxClock clock)
    {
        services.AddSingleton(options);
        services.AddSingleton(clock);
        services.AddSingleton(new BaseAddress(options));
        services.AddSingleton(_ => new SandboxState(options.DataDirectory is { } folder ? new FactLog(folder) : null));
        services.AddSingleton(_ => new MediaStore(options.DataDirectory, clock));
        services.AddSingleton<OutcomePlanner>().AddSingleton<CaptureFiles>().AddSingleton<AttemptRunner>();
        services.AddSingleton<VendorDoor>().AddSingleton<AccessTokenEndpoint>().AddSingleton<MediaEndpoints>().AddSingleton<FaceprintGateway>();
        services.AddSingleton<IFaceprintEndpoint, GenerateToken>();
        services.AddSingleton<IFaceprintEndpoint, SubmitIdCard>();
        services.AddSingleton<IFaceprintEndpoint, UploadMatchImage>();
        services.AddSingleton<IFaceprintEndpoint, QuerySimple>();
        services.AddSingleton<IFaceprintEndpoint, QueryDetail>();
        services.AddSingleton<IFaceprintEndpoint, QueryStat>();
        services.AddSingleton<IFaceprintEndpoint, QueryMedia>();
        services.AddSingleton<IFaceprintEndpoint, QueryGetAll>();
        services.AddPhotoVendors();
        services.AddSingleton<IdentityEntryDesk>().AddSingleton<CaptureFlow>().AddSingleton<CapturePage>().AddSingleton<StartPage>();
        services.AddSingleton<ClockControl>().AddSingleton<ScriptControl>().AddSingleton<CompleteControl>().AddSingleton<TruthControl>().AddSingleton<BillControl>();
        services.AddSingleton<FaultControl>().AddSingleton<ProfileControl>();
    }

    private static WebApplication Arrange(WebApplication app, SandboxOptions options)
    {
        app.Urls.Add(options.Url);
        app.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandler = Breakdown.AnswerAsync });
        app.MapGet("/", (StartPage page, HttpContext context) => page.Show(context));
        EmbeddedAsset.MapFolder(app, "/assets/", "start/");
        app.MapVendor();
        app.MapCapture();
        app.MapControl();
        app.MapFallback("{**path}", Breakdown.Unknown);

        // A stopped sandbox gives its data up even where nobody disposes it; a damaged log is told before listening.
        app.Lifetime.ApplicationStopped.Register(app.Services.GetRequiredService<SandboxState>().Dispose);
        return app;
    }
}
