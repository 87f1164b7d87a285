using FaceH5Portal.Core.Auditing;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Subjects;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace FaceH5Portal.Core.Tests.Rotation;

/// <summary>The vault on a database file that outlives it, so that a test can start it again with other master keys.</summary>
internal sealed class VaultBench : IAsyncDisposable
{
    public const string Number = "110101199003070011";

    private readonly ServiceProvider services;

    private VaultBench(ServiceProvider services) => this.services = services;

    public KeyRotation Rotation => Get<KeyRotation>();

    public SubjectVault Vault => Get<SubjectVault>();

    /// <summary>What the portal said, in its own words.</summary>
    public LogLines Log => Get<LogLines>();

    public static string NewFolder() => Directory.CreateTempSubdirectory("vault-").FullName;

    /// <param name="versions">Of the master key; each has bytes of its own.</param>
    public static Task<VaultBench> StartAsync(string folder, params int[] versions) => StartAsync(folder, null, versions);

    public static async Task<VaultBench> StartAsync(string folder, CommitBreaker? breaker, params int[] versions)
    {
        var ring = new MasterKeyRing("Portal:MasterKey", versions.Select(version => KeyOf(version)));
        var lines = new LogLines();
        var services = new ServiceCollection().AddLogging(logging => logging.AddProvider(lines)).AddSingleton(lines)
            .AddPortalData("Data Source=vault.db", folder, "FaceH5Portal.Migrations.Sqlite")
            .AddPortalCore(ring, new Uri("http://localhost:5080"));
        services.ConfigureDbContext<PortalDbContext>(options => options.ConfigureWarnings(
            warnings => warnings.Throw(CoreEventId.RowLimitingOperationWithoutOrderByWarning)));
        if (breaker is not null)
            services.ConfigureDbContext<PortalDbContext>(options => options.AddInterceptors(breaker));
        var bench = new VaultBench(services.BuildServiceProvider());
        try
        {
            await bench.Get<PortalDatabase>().OpenAsync(CancellationToken.None);
            return bench;
        }
        catch (PortalStartException)
        {
            await bench.DisposeAsync();
            throw;
        }
    }

    /// <summary>A database under version 1: the names in it, and the index of the one person with many subjects.</summary>
    public static async Task<(List<string> Names, string Index)> PrepareAsync(string folder, int people)
    {
        await using var bench = await StartAsync(folder, 1);
        await bench.AddAsync(people);
        var index = (await bench.SubjectsAsync()).GroupBy(subject => subject.NumberIndex!).MaxBy(group => group.Count())!.Key;
        return ((await bench.NamesAsync()).ToList(), index);
    }

    public static MasterKey KeyOf(int version) => new([.. Enumerable.Repeat((byte)version, MasterKey.Bytes)], version);

    public T Get<T>() where T : notnull => services.GetRequiredService<T>();

    /// <summary>People whose names tell them apart, and every second of whom is the same person.</summary>
    public async Task AddAsync(int count)
    {
        var added = await Get<PortalStore>().WriteAsync<int>(write =>
        {
            for (var i = 0; i < count; i++)
                write.Add(Vault.Create(new Identity($"测试{i}", i % 2 == 0 ? Number : $"11010119900307{i:0000}", CertificateType.ResidentIdCard)));
            return Task.FromResult<Result<int>>(count);
        }, CancellationToken.None);
        Assert.True(added.Ok);
    }

    public async Task<List<Subject>> SubjectsAsync()
    {
        await using var db = await Get<PortalStore>().ReadAsync(CancellationToken.None);
        return await db.Set<Subject>().AsNoTracking().OrderBy(s => s.Id).ToListAsync();
    }

    public async Task<IEnumerable<string>> NamesAsync() =>
        (await SubjectsAsync()).Select(subject => Vault.IdentityOf(subject)!.Name).Order(StringComparer.Ordinal);

    public async Task<int> RotationsRecordedAsync()
    {
        await using var db = await Get<PortalStore>().ReadAsync(CancellationToken.None);
        return await db.Set<AuditEntry>().CountAsync(entry => entry.Action == AuditAction.MasterKeyRotated);
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        SqliteConnection.ClearAllPools();
    }
}
