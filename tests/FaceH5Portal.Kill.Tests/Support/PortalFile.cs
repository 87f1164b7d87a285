using FaceH5Portal.Core;
using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Evidence;
using FaceH5Portal.Core.Plans;
using FaceH5Portal.Core.Sessions;
using FaceH5Portal.Core.Subjects;
using FaceH5Portal.Core.Webhooks.Endpoints;
using FaceH5Portal.TestKit;
using FaceH5Portal.Vendors.Baidu;
using FaceH5Portal.Vendors.Webhooks;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace FaceH5Portal.Kill.Tests.Support;

/// <summary>The portal's database through the portal's own services, beside the process or while it is down.</summary>
internal sealed class PortalFile : IAsyncDisposable
{
    public const string Name = "portal.db";

    private static readonly Actor Operator = Actor.InRole("kill-operator", "Operator", Role.Operator);

    private readonly ServiceProvider services;

    /// <param name="folder">Where the file is.</param>
    /// <param name="address">What links begin with.</param>
    public PortalFile(string folder, Uri address) => services = new ServiceCollection()
        .AddLogging()
        .AddPortalData($"Data Source={Name}", folder, "FaceH5Portal.Migrations.Sqlite")
        .AddSingleton(new WebhookReach { ThisMachine = true, PlainHttp = true })
        .AddPortalCore(new MasterKeyRing("the test", new MasterKey(MasterKeyBytes)), address)
        .AddBaiduFace(new ConfigurationBuilder().Build())
        .BuildServiceProvider();

    public static byte[] MasterKeyBytes { get; } = [.. Enumerable.Range(1, MasterKey.Bytes).Select(n => (byte)n)];

    public PortalStore Store => services.GetRequiredService<PortalStore>();

    public async Task FillAsync()
    {
        await services.GetRequiredService<PortalDatabase>().OpenAsync(CancellationToken.None);
        await services.GetRequiredService<PlanService>().SeedAsync(SandboxPlans.All, CancellationToken.None);
    }

    /// <summary>As an older version of the portal left it: without the newest migration.</summary>
    public async Task FillAllButLastAsync()
    {
        await using var db = await Store.ReadAsync(CancellationToken.None);
        var known = db.Database.GetMigrations().ToList();
        await db.GetService<IMigrator>().MigrateAsync(known.Count > 1 ? known[^2] : Migration.InitialDatabase);
    }

    /// <summary>Somebody who wants to hear of everything; answers the secret.</summary>
    public async Task<string> AddEndpointAsync(Uri receiver) => (await services.GetRequiredService<EndpointDesk>().CreateAsync(
        Actor.InRole("kill-administrator", "Administrator", Role.Administrator), new EndpointTerms { Url = receiver.ToString() }, CancellationToken.None)).Value.Secret;

    public async Task<CreatedSession> InviteAsync(string plan, string number)
    {
        var plans = await services.GetRequiredService<PlanService>().ListAsync(Operator, CancellationToken.None);
        return (await services.GetRequiredService<SessionService>().CreateAsync(Operator, new NewSession(plans.Value.Single(p => p.Terms.VendorPlanId == plan).Id)
        {
            Identity = new Identity("测试甲", number, CertificateType.ResidentIdCard),
            MatchPhoto = Photos.Of(320, 240),
        }, CancellationToken.None)).Value;
    }

    /// <summary>A picture whose days are over.</summary>
    public async Task AddOutdatedPictureAsync(Guid sessionId)
    {
        await using var db = await Store.ReadAsync(CancellationToken.None);
        var session = await db.Set<VerificationSession>().SingleAsync(s => s.Id == sessionId);
        var subject = await db.Set<Subject>().SingleAsync(s => s.Id == session.SubjectId);
        var vault = services.GetRequiredService<EvidenceVault>();
        var kept = vault.Seal(subject, new NewEvidence(EvidenceKind.Frame, Photos.Of(320, 240), "image/jpeg")
        {
            SessionId = sessionId,
            KeepUntilUtc = session.CreatedAtUtc,
        });
        await Store.WriteAsync<int>(write =>
            vault.Add(write, Actor.System, kept.Value) is { } refused ? refused : 1, CancellationToken.None);
    }

    public Task<IReadOnlyList<string>> DifferencesAsync(SandboxServer vendor) => new Books(
        Store, services.GetRequiredService<EvidenceVault>(), services.GetRequiredService<SubjectVault>(), vendor).DifferencesAsync();

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        SqliteConnection.ClearAllPools();
    }
}
