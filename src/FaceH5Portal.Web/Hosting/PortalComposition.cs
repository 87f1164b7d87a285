using System.Text.Encodings.Web;
using System.Text.Unicode;
using FaceH5Portal.Core;
using FaceH5Portal.Core.Auditing;
using FaceH5Portal.Core.Backups;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Overview;
using FaceH5Portal.Core.People.Keys;
using FaceH5Portal.Core.Subjects;
using FaceH5Portal.Sandbox;
using FaceH5Portal.Vendors;
using FaceH5Portal.Vendors.Baidu;
using FaceH5Portal.Web.Alarms;
using FaceH5Portal.Web.Demo;
using FaceH5Portal.Web.Display;
using FaceH5Portal.Web.Endpoints.Api;
using FaceH5Portal.Web.Hosting.Settings;
using FaceH5Portal.Web.Importing;
using FaceH5Portal.Web.Logging;
using FaceH5Portal.Web.Pages.EndUser;
using FaceH5Portal.Web.Pages.Operator.PhotoChecking;
using FaceH5Portal.Web.Security;
using FaceH5Portal.Web.Security.CookieKeys;
using FaceH5Portal.Web.Security.Limits;
using FaceH5Portal.Web.Security.SignIn;
using FaceH5Portal.Web.Telemetry;
using FaceH5Portal.Web.Workers;
using Microsoft.AspNetCore.Connections;
using MudBlazor.Services;

namespace FaceH5Portal.Web.Hosting;

/// <summary>What the portal is made of.</summary>
internal static class PortalComposition
{
    /// <summary>Enough to say in the browser what is missing.</summary>
    public static void AddShell(this WebApplicationBuilder builder, PortalSettings settings)
    {
        // Outermost, before what the framework put there itself.
        builder.Services.Insert(0, ServiceDescriptor.Transient<IStartupFilter, HeadersFirst>());
        builder.Services.AddSingleton(settings).AddSingleton<SecurityHeaders>().AddSingleton<SecureOrigin>().AddSingleton<OwnOrigin>().AddKnownProxies(settings.KnownProxies);
        builder.Services.AddGuardedLogging();
        builder.Services.AddSingleton<IConnectionListenerFactory, GuardedTransport>();
        // Else a form that lacks a field is a fault of ours in Development and one of the sender's in Production.
        builder.Services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = false);
        builder.Services.AddLocalization().AddScoped<ErrorText>();
        // The framework's own spells each Chinese character in eight.
        builder.Services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        builder.Services.AddRazorComponents().AddInteractiveServerComponents()
            // A text pasted by mistake must reach the rule that refuses it, not break the line.
            .AddHubOptions(options => options.MaximumReceiveMessageSize = 256 * 1024);
        builder.Host.UseDefaultServiceProvider(options => options.ValidateScopes = options.ValidateOnBuild = true);
    }

    public static void AddPortal(this WebApplicationBuilder builder, PortalSettings settings, MasterKeyRing keys)
    {
        var (services, root) = (builder.Services, builder.Environment.ContentRootPath);
        if (settings.UsesSandbox)
            builder.AddSandbox(settings);
        services.AddPortalData(settings.Database, root, "FaceH5Portal.Migrations.Sqlite");
        services.AddSingleton(new OverviewZone(settings.TimeZone)).AddSingleton(settings.Privacy).AddSingleton(settings.PhotoChecks).AddSingleton(settings.Webhooks)
            .AddSingleton(new AuditFolder(settings.AuditDirectory)).AddSingleton(new BackupShelf(settings.BackupDirectory));
        services.AddPortalCore(keys, settings.PublicBaseUrl);
        services.AddBaiduFace(builder.Configuration.GetSection("Vendors:Baidu"));
        services.AddPhotoVendors(builder.Configuration);
        services.AddCookieKeys(Path.Combine(settings.DataDirectory, "keys", "cookies"));
        services.AddAntiforgery(options =>
        {
            options.Cookie = new SecureCookie { Name = SiteCookies.Form, SameSite = SameSiteMode.Strict, HttpOnly = true, IsEssential = true, Path = "/" };
            // frame-ancestors says it, for each kind of page.
            options.SuppressXFrameOptionsHeader = true;
        });
        services.AddMudServices();
        services.AddSingleton<ThemeSheets>();
        services.AddSignIn(settings);
        services.AddSingleton(settings.Api).AddSingleton(provider => new ApiKeys(settings.Api.Keys, provider.GetRequiredService<KeyBook>())).AddApi();
        services.AddSingleton<VisitCookie>();
        services.AddSingleton<ReturnHints>();
        services.AddEndUserPages();
        services.AddRequestLimits();
        services.AddHttpContextAccessor().AddScoped<ViewerTime>().AddScoped<PhotoNotice>();
        services.AddSingleton<WorkerSignal>();
        services.AddImport();
        services.AddTelling(settings.Telling);
        services.AddTelemetry(settings.Telemetry);
        services.AddSingleton<SettingsDesk>();
        services.AddHostedService<HarvestWorker>();
        services.AddHostedService<OverviewWorker>();
        services.AddHostedService<IdempotencyWorker>();
        services.AddHostedService<KeyRotationWorker>();
        services.AddHostedService<PrivacyWorker>().AddHostedService<WebhookWorker>().AddHostedService<AlarmWorker>();
        services.AddHealthChecks();
    }

    /// <summary>Portal and sandbox share one clock, so that moving it moves both.</summary>
    private static void AddSandbox(this WebApplicationBuilder builder, PortalSettings settings)
    {
        var folder = HostedSandbox.DataFolder(settings);
        var clock = new SandboxClock(TimeProvider.System, Path.Combine(folder, "clock"));
        builder.Services.AddSingleton(clock);
        builder.Services.AddSingleton<TimeProvider>(clock);
        builder.Services.AddHostedService<HostedSandbox>();
        builder.Services.AddDemo(settings.SandboxUrl);
        builder.Configuration.AddInMemoryCollection(SandboxSettings.For(settings.SandboxUrl));
    }
}
