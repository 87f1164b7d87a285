using EngineLoad;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NaiveEngine.Data;

namespace NaiveEngine;

/// <summary>The afternoon's work behind the face that is measured.</summary>
internal sealed class NaiveEngine(ServiceProvider services) : IEngine
{
    public static async Task<IEngine> StartAsync(EngineArguments arguments, bool oneWriter)
    {
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.AddConsole().SetMinimumLevel(LogLevel.Warning));
        services.AddSingleton<OneWriter>();
        services.AddDbContextFactory<NaiveDb>((provider, options) => options
            .UseSqlite($"Data Source={Path.Combine(arguments.Folder, "naive.db")}")
            .AddInterceptors(oneWriter ? [provider.GetRequiredService<OneWriter>()] : []));
        services.AddHttpClient<BaiduClient>(client => client.BaseAddress = arguments.Vendor).AddStandardResilienceHandler();
        services.AddSingleton<AccessTokenCache>();
        services.AddSingleton(new Sealing([.. Enumerable.Range(1, 32).Select(n => (byte)n)]));
        services.AddTransient<SessionService>();
        services.AddTransient<HarvestPoller>();
        var engine = new NaiveEngine(services.BuildServiceProvider());
        await engine.MakeDatabaseAsync();
        return engine;
    }

    public Task<Guid> CreateAsync(Person person) => services.GetRequiredService<SessionService>()
        .CreateAsync(person.Reference, person.Name, person.Number);

    public Task<string> StartAsync(Guid id) => services.GetRequiredService<SessionService>().StartAsync(id);

    public Task ReturnAsync(string state) => services.GetRequiredService<SessionService>().ReturnAsync(state);

    public Task<bool> SweepAsync() => services.GetRequiredService<HarvestPoller>().TickAsync();

    public async Task<int> CountCompleteAsync()
    {
        await using var db = await OpenAsync();
        return await db.Sessions.CountAsync(session =>
            session.Status == SessionStatus.Passed && session.Items.All(item => item.StoredAt != null));
    }

    public async Task<long> SynchronousAsync()
    {
        await using var db = await OpenAsync();
        return await db.Database.SqlQueryRaw<long>("SELECT synchronous AS Value FROM pragma_synchronous").SingleAsync();
    }

    public ValueTask DisposeAsync() => services.DisposeAsync();

    private async Task MakeDatabaseAsync()
    {
        await using var db = await OpenAsync();
        await db.Database.EnsureCreatedAsync();
        await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL;");
    }

    private Task<NaiveDb> OpenAsync() => services.GetRequiredService<IDbContextFactory<NaiveDb>>().CreateDbContextAsync();
}
