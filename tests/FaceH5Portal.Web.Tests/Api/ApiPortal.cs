using System.Net.Http.Json;
using System.Web;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Harvesting;
using FaceH5Portal.Core.Sessions.Journey;
using FaceH5Portal.Sandbox;
using FaceH5Portal.TestKit;
using FaceH5Portal.Web.Display;
using FaceH5Portal.Web.Tests.Host;
using FaceH5Portal.Web.Workers;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace FaceH5Portal.Web.Tests.Api;

/// <summary>The whole program with keys of several permissions; its passes run when a test says so.</summary>
public sealed class ApiPortal : IAsyncDisposable, IDisposable
{
    public const string SeesPeople = "key-that-may-see-personal-data";
    public const string OnlyReads = "key-that-may-only-see-sessions";
    public const string Erases = "key-of-yours-with-EraseSubjects";
    public const string OnlyCreates = "key-that-may-only-create-them";

    private readonly PortalHost host = new();
    private readonly WebApplicationFactory<StatusDisplay> program;

    public ApiPortal() => program = host.WithWebHostBuilder(builder =>
    {
        AddKey(builder, 0, "people", SeesPeople, "SeeSessions,CreateSessions,CancelSessions,SeePersonalData,SeeImages,SeeMoney,CheckPhotos");
        AddKey(builder, 1, "reader", OnlyReads, "SeeSessions");
        AddKey(builder, 2, "creator", OnlyCreates, "CreateSessions,CancelSessions");
        AddKey(builder, 3, "eraser", Erases, "SeeSessions,EraseSubjects");
        builder.UseSetting("Api:ReturnUrlHosts", "shop.example, crm.example");
        builder.ConfigureTestServices(Rewire);
    });

    public CommitFaults Commits { get; } = new();

    public KeptLog Log { get; } = new();

    public IServiceProvider Services => program.Services;

    public ApiCaller Call(string? key = "sandbox-portal-key") =>
        new(program.CreateClient(new() { BaseAddress = new Uri("https://localhost"), AllowAutoRedirect = false }), key);

    public T Get<T>() where T : notnull => Services.GetRequiredService<T>();

    public void Advance(TimeSpan by) => Get<SandboxClock>().Advance(by);

    public async Task SweepAsync()
    {
        for (var sweep = 0; sweep < 30; sweep++)
            if (await Get<HarvestPass>().RunAsync(CancellationToken.None) == 0)
                return;
        throw new InvalidOperationException("The harvest pass never comes to rest.");
    }

    /// <summary>The person agrees, shows their face and comes back, and the portal fetches.</summary>
    public async Task GoThroughAsync(Guid session)
    {
        var page = await Get<EndUserJourney>().AgreeAndStartAsync(session);
        var query = HttpUtility.ParseQueryString(page.Value.Query);
        await ControlAsync("complete", new { verify_token = query["token"] });
        await Get<EndUserJourney>().ReturnAsync(query["successUrl"]!.Split('/')[^1], CancellationToken.None);
        await SweepAsync();
    }

    public async Task ControlAsync(string what, object order)
    {
        using var sandbox = new HttpClient { BaseAddress = new Uri(Get<IConfiguration>()["Sandbox:Url"]!) };
        (await sandbox.PostAsJsonAsync($"/_sandbox/{what}", order)).EnsureSuccessStatusCode().Dispose();
    }

    public async Task<int> CountAsync<T>(System.Linq.Expressions.Expression<Func<T, bool>>? which = null) where T : class
    {
        await using var db = await Get<PortalStore>().ReadAsync(CancellationToken.None);
        return await db.Set<T>().CountAsync(which ?? (_ => true));
    }

    public async ValueTask DisposeAsync()
    {
        await program.DisposeAsync();
        await host.DisposeAsync();
        Dispose();
    }

    public void Dispose() => Log.Dispose();

    private static void AddKey(IWebHostBuilder builder, int index, string name, string key, string permissions)
    {
        builder.UseSetting($"Api:Keys:{index}:Name", name);
        builder.UseSetting($"Api:Keys:{index}:Key", key);
        builder.UseSetting($"Api:Keys:{index}:Permissions", permissions);
    }

    private void Rewire(IServiceCollection services)
    {
        Type[] timers = [typeof(HarvestWorker), typeof(IdempotencyWorker)];
        foreach (var timer in services.Where(service => timers.Contains(service.ImplementationType)).ToList())
            services.Remove(timer);
        services.ConfigureDbContext<PortalDbContext>(options => options.AddInterceptors(Commits), ServiceLifetime.Singleton);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<ILoggerProvider, KeptLog>(_ => Log));
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace)
            .AddFilter<KeptLog>(null, LogLevel.Trace).AddFilter<KeptLog>("Microsoft", LogLevel.Trace).AddFilter<KeptLog>("System.Net.Http", LogLevel.Trace));
    }
}

[CollectionDefinition(Name)]
public sealed class ApiTests : ICollectionFixture<ApiPortal>
{
    public const string Name = "api";
}
