using System.Net.Http.Json;
using System.Text.Json;
using System.Web;
using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Harvesting;
using FaceH5Portal.Core.People;
using FaceH5Portal.Core.People.SigningIn;
using FaceH5Portal.Core.Plans;
using FaceH5Portal.Core.Sessions;
using FaceH5Portal.Core.Sessions.Journey;
using FaceH5Portal.Core.Subjects;
using FaceH5Portal.TestKit;
using FaceH5Portal.Web.Display;
using FaceH5Portal.Web.Tests.Safety;
using FaceH5Portal.Web.Workers;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FaceH5Portal.Web.Tests.Host;

/// <summary>The whole program in this process, its sandbox on a port of its own, everything it keeps in a folder of its own.</summary>
public sealed class PortalHost : WebApplicationFactory<StatusDisplay>
{
    private static readonly Actor Operator = Actor.InRole("test-operator", "Operator", Role.Operator);

    private IReadOnlyDictionary<string, string?> settings = new Dictionary<string, string?>();
    private Action<IServiceCollection>? also;
    private readonly string folder = Directory.CreateTempSubdirectory("portal-host-").FullName;
    private readonly string sandbox = $"http://127.0.0.1:{FreePort.Next()}";

    /// <summary>Everything it keeps; the vendor's own is in "sandbox" below.</summary>
    internal string Folder => folder;

    /// <summary>Where the vendor is, for the browser as for the portal.</summary>
    public string Sandbox => sandbox;

    /// <summary>One of a test's own, with settings besides and whatever it puts over the services.</summary>
    public static PortalHost With(IReadOnlyDictionary<string, string?> settings, Action<IServiceCollection>? also = null) =>
        new() { settings = settings, also = also };

    /// <summary>Comes over https, as the cookies ask for, and goes where a redirect leads only when told to.</summary>
    internal Visitor Visit(string language = "en", string origin = "https://localhost", string? remote = null, string? forwardedFor = null)
    {
        var http = CreateClient(new() { BaseAddress = new Uri(origin), AllowAutoRedirect = false });
        if (remote is not null)
            http.DefaultRequestHeaders.Add(RemoteAddress.Header, remote);
        if (forwardedFor is not null)
            http.DefaultRequestHeaders.Add("X-Forwarded-For", forwardedFor);
        return new Visitor(http, language);
    }

    /// <summary>The person of the demonstration with a role, as they act when they are signed in.</summary>
    public async Task<Actor> DemoActorAsync(Role role)
    {
        var person = await Services.GetRequiredService<DemoPeople>().FindOrMakeAsync(role, CancellationToken.None);
        return Actor.InRole((await Services.GetRequiredService<AccountBook>().FindAsync(person.Value, CancellationToken.None))!.ActorId, role.ToString(), role);
    }

    public async Task<CreatedSession> CreateSessionAsync(string plan = "1001", byte[]? photo = null, string name = "测试甲")
    {
        var plans = await Services.GetRequiredService<PlanService>().ListAsync(Operator, CancellationToken.None);
        var request = new NewSession(plans.Value.Single(p => p.Terms.VendorPlanId == plan).Id)
        {
            Identity = new Identity(name, "110101199003070011", CertificateType.ResidentIdCard),
            MatchPhoto = photo,
        };
        return (await Services.GetRequiredService<SessionService>().CreateAsync(Operator, request, CancellationToken.None)).Value;
    }

    public async Task<SessionDetail> SeeAsync(Guid session) =>
        (await Services.GetRequiredService<SessionQueries>().GetAsync(Operator, session, CancellationToken.None)).Value;

    /// <summary>The person goes through the capture and comes back, and the portal asks how it ended.</summary>
    internal async Task CaptureAndReturnAsync(Visitor visitor, Uri capturePage)
    {
        var query = HttpUtility.ParseQueryString(capturePage.Query);
        await CompleteAsync(query["token"]!);
        (await visitor.GetAsync(new Uri(query["successUrl"]!).AbsolutePath)).Dispose();
        await Services.GetRequiredService<HarvestPass>().RunAsync(CancellationToken.None);
    }

    /// <summary>The same without a browser: the person agrees, shows their face and comes back.</summary>
    public async Task GoThroughAsync(Guid session)
    {
        var journey = Services.GetRequiredService<EndUserJourney>();
        var query = HttpUtility.ParseQueryString((await journey.AgreeAndStartAsync(session)).Value.Query);
        await CompleteAsync(query["token"]!);
        await journey.ReturnAsync(query["successUrl"]!.Split('/')[^1], CancellationToken.None);
        await Services.GetRequiredService<HarvestPass>().RunAsync(CancellationToken.None);
    }

    /// <summary>Where the session's consent came from, as it is kept.</summary>
    public async Task<string> ConsentAddressAsync(Guid sessionId)
    {
        await using var db = await Services.GetRequiredService<PortalStore>().ReadAsync(CancellationToken.None);
        var consent = await db.Set<ConsentRecord>().SingleAsync(record => record.SessionId == sessionId);
        var session = await db.Set<VerificationSession>().SingleAsync(s => s.Id == sessionId);
        var subject = await db.Set<Subject>().SingleAsync(s => s.Id == session.SubjectId);
        return Services.GetRequiredService<SubjectVault>().OpenText(subject, "consent-address", consent.SealedAddress);
    }

    /// <summary>How often the vendor was called so far, whatever for.</summary>
    public async Task<int> VendorCallsAsync()
    {
        using var http = new HttpClient();
        return (await http.GetFromJsonAsync<List<JsonElement>>($"{sandbox}/_sandbox/calls"))!.Count;
    }

    internal Task<CommitWatch> WatchAsync() => CommitWatch.OnAsync(Database);

    /// <summary>It is down, and its files are still there.</summary>
    public async Task StopAsync()
    {
        await base.DisposeAsync();
        SqliteConnection.ClearAllPools();
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    private async Task CompleteAsync(string verifyToken)
    {
        using var http = new HttpClient();
        using var completed = await http.PostAsJsonAsync($"{sandbox}/_sandbox/complete", new { verify_token = verifyToken });
        completed.EnsureSuccessStatusCode();
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("Vendors:Environment", "Sandbox");
        builder.UseSetting("Portal:DataDirectory", folder);
        builder.UseSetting("Portal:MasterKeyFile", Path.Combine(folder, "master.key"));
        builder.UseSetting("ConnectionStrings:Portal", Database);
        builder.UseSetting("Sandbox:Url", sandbox);
        foreach (var (name, value) in settings)
            builder.UseSetting(name, value);
        builder.ConfigureTestServices(services =>
        {
            // They write whenever something happened, and would be taken for whatever a test watches.
            foreach (var worker in new[] { typeof(OverviewWorker), typeof(AlarmWorker) })
                services.Remove(services.Single(service => service.ImplementationType == worker));
            also?.Invoke(services);
        });
    }

    private string Database => $"Data Source={Path.Combine(folder, "portal.db")}";
}

[CollectionDefinition(Name)]
public sealed class HostTests : ICollectionFixture<PortalHost>
{
    public const string Name = "host";
}
