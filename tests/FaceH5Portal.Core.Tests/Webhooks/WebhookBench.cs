using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Auditing;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Sessions;
using FaceH5Portal.Core.Webhooks.Delivering;
using FaceH5Portal.Core.Webhooks.Endpoints;
using FaceH5Portal.Core.Webhooks.Outbox;
using FaceH5Portal.TestKit;
using FaceH5Portal.Vendors.Webhooks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FaceH5Portal.Core.Tests.Webhooks;

/// <summary>A portal that tells a receiver on loopback.</summary>
internal sealed class WebhookBench : IAsyncDisposable
{
    public static readonly Actor Administrator = Actor.InRole("test-administrator", "Administrator", Role.Administrator);

    private WebhookBench(PortalHarness portal, WebhookReceiver receiver) => (Portal, Receiver) = (portal, receiver);

    public PortalHarness Portal { get; }

    public WebhookReceiver Receiver { get; }

    public Guid Endpoint { get; private set; }

    public string Secret { get; private set; } = "";

    public DeliveryPass Pass => Portal.Get<DeliveryPass>();

    public EndpointDesk Endpoints => Portal.Get<EndpointDesk>();

    public DeliveryDesk Deliveries => Portal.Get<DeliveryDesk>();

    /// <param name="patience">Seconds that a receiver may take; long enough for any that answers at all.</param>
    public static async Task<WebhookBench> StartAsync(double patience = 15)
    {
        var portal = await PortalHarness.StartAsync(also: services => services
            .AddSingleton(new WebhookReach { ThisMachine = true, PlainHttp = true })
            .AddSingleton(provider => new WebhookSender(provider.GetRequiredService<WebhookReach>(), provider.GetRequiredService<TimeProvider>()) { Patience = TimeSpan.FromSeconds(patience) }));
        var bench = new WebhookBench(portal, await WebhookReceiver.StartAsync());
        (bench.Endpoint, bench.Secret) = await bench.AddEndpointAsync(bench.Receiver.Address);
        return bench;
    }

    public async Task<(Guid Id, string Secret)> AddEndpointAsync(Uri url, params string[] types)
    {
        var terms = new EndpointTerms { Url = url.ToString(), Types = types.Length > 0 ? types : WebhookTypes.All };
        var made = (await Endpoints.CreateAsync(Administrator, terms, CancellationToken.None)).Value;
        return (made.Id, made.Secret);
    }

    /// <summary>Rounds until nothing is due; more than there could be means a loop.</summary>
    public async Task DeliverAsync()
    {
        for (var round = 0; round < 60; round++)
            if (await Pass.RunAsync(CancellationToken.None) == 0)
                return;
        throw new InvalidOperationException("The delivery pass never comes to rest.");
    }

    /// <summary>Something happens to a session, and nothing else does.</summary>
    public async Task HappenAsync(Guid session, Action<VerificationSession> change) => Assert.True((await Portal.Get<PortalStore>().WriteAsync<int>(write =>
    {
        change(write.Find<VerificationSession>(session)!);
        return 1;
    }, CancellationToken.None)).Ok);

    public async Task<IReadOnlyList<WebhookDelivery>> LogAsync(Guid? endpoint = null)
    {
        await using var db = await Portal.Get<PortalStore>().ReadAsync(CancellationToken.None);
        var id = endpoint ?? Endpoint;
        return await db.Set<WebhookDelivery>().AsNoTracking().Where(d => d.EndpointId == id).OrderBy(d => d.Sequence).ToListAsync();
    }

    public async Task<IReadOnlyList<WebhookMessage>> MessagesAsync()
    {
        await using var db = await Portal.Get<PortalStore>().ReadAsync(CancellationToken.None);
        return await db.Set<WebhookMessage>().AsNoTracking().OrderBy(m => m.Sequence).ToListAsync();
    }

    public async Task<EndpointView> SeeAsync(Guid? endpoint = null) =>
        (await Portal.Get<DeliveryQueries>().ListAsync(Administrator, CancellationToken.None)).Value.Single(known => known.Id == (endpoint ?? Endpoint));

    public async Task<List<AuditEntry>> AuditAsync(AuditAction action)
    {
        await using var db = await Portal.Get<PortalStore>().ReadAsync(CancellationToken.None);
        return await db.Set<AuditEntry>().AsNoTracking().Where(entry => entry.Action == action).ToListAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Receiver.DisposeAsync();
        await Portal.DisposeAsync();
    }
}
