using System.Web;
using EngineLoad;
using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Backups;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Harvesting;
using FaceH5Portal.Core.Plans;
using FaceH5Portal.Core.Sessions;
using FaceH5Portal.Core.Sessions.Journey;
using FaceH5Portal.Core.Subjects;
using Microsoft.EntityFrameworkCore;

namespace PortalEngine;

/// <summary>The portal's own services, called as its pages and its worker call them.</summary>
internal sealed class PortalEngine(Portal portal, Guid planId, Actor creator, BackupLoop? backups) : IEngine
{
    private static readonly Actor Operator = Actor.InRole("benchmark", "Operator", Role.Operator);
    private static readonly Consent Consent = new("1", "The words of the notice.", "zh", "127.0.0.1");

    private readonly SessionService _sessions = portal.Get<SessionService>();
    private readonly EndUserJourney _journey = portal.Get<EndUserJourney>();
    private readonly HarvestPass _pass = portal.Get<HarvestPass>();
    private readonly PortalStore _store = portal.Get<PortalStore>();

    public static async Task<IEngine> StartAsync(EngineArguments arguments, bool unguarded = false, bool backups = false)
    {
        var portal = await Portal.OpenAsync(arguments.Vendor, arguments.Folder, unguarded ? Unguarded.Put : null);
        var plans = await portal.Get<PlanService>().ListAsync(Operator, CancellationToken.None);
        return new PortalEngine(portal, plans.Value.Single(plan => plan.Terms.VendorPlanId == "1001").Id, unguarded ? Unguarded.Anybody : Operator,
            backups ? new BackupLoop(portal.Get<BackupMaker>(), arguments.Folder) : null);
    }

    public async Task<Guid> CreateAsync(Person person) => (await _sessions.CreateAsync(creator, new NewSession(planId)
    {
        Identity = new Identity(person.Name, person.Number, CertificateType.ResidentIdCard),
        Reference = person.Reference,
    }, CancellationToken.None)).Value.Id;

    public async Task<string> StartAsync(Guid id)
    {
        _ = (await _journey.AgreeAsync(id, Consent, CancellationToken.None)).Value;
        var page = (await _journey.StartAsync(id, CancellationToken.None)).Value;
        return HttpUtility.ParseQueryString(page.Query)["successUrl"]!.Split('/')[^1];
    }

    public async Task ReturnAsync(string state) => _ = (await _journey.ReturnAsync(state, CancellationToken.None)).Value;

    public async Task<bool> SweepAsync() => await _pass.RunAsync(CancellationToken.None) > 0;

    public async Task<int> CountCompleteAsync()
    {
        await using var db = await _store.ReadAsync(CancellationToken.None);
        return await db.Set<VerificationSession>().CountAsync(session =>
            session.Status == SessionStatus.Passed && session.Harvest == HarvestState.Complete);
    }

    public async Task<long> SynchronousAsync()
    {
        await using var db = await _store.ReadAsync(CancellationToken.None);
        return await db.Database.SqlQueryRaw<long>("SELECT synchronous AS Value FROM pragma_synchronous").SingleAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (backups is not null)
            await backups.DisposeAsync();
        await portal.DisposeAsync();
    }
}
