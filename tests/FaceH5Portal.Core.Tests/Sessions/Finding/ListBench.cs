using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Plans;
using FaceH5Portal.Core.Sessions;
using FaceH5Portal.Core.Sessions.Finding;
using FaceH5Portal.Core.Subjects;
using FaceH5Portal.TestKit;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.Tests.Sessions.Finding;

/// <summary>A portal with any sessions, and the list of it.</summary>
internal sealed class ListBench(PortalHarness portal)
{
    public SessionSearch Search => portal.Get<SessionSearch>();

    public async Task<Guid> CreateAsync(string plan = "1001", string name = "测试甲", string number = SessionDriver.Number, string? reference = null)
    {
        var plans = await portal.Get<PlanService>().ListAsync(SessionDriver.Operator, CancellationToken.None);
        var request = new NewSession(plans.Value.Single(one => one.Terms.VendorPlanId == plan).Id)
        {
            Identity = new Identity(name, number, CertificateType.ResidentIdCard),
            Reference = reference,
            AcceptCheckDigit = true,
        };
        return (await portal.Get<SessionService>().CreateAsync(SessionDriver.Operator, request, CancellationToken.None)).Value.Id;
    }

    public async Task<Guid> PlanAsync(string vendorId) =>
        (await portal.Get<PlanService>().ListAsync(SessionDriver.Operator, CancellationToken.None)).Value.Single(plan => plan.Terms.VendorPlanId == vendorId).Id;

    public async Task<FoundSessions> FindAsync(SessionFilter filter) =>
        (await Search.FindAsync(SessionDriver.Operator, filter, CancellationToken.None)).Value;

    public async Task<List<Guid>> IdsAsync(SessionFilter filter) => [.. (await FindAsync(filter)).Items.Select(found => found.Session.Id)];

    public Task<Result<SessionCount>> CountAsync(SessionFilter filter, Actor? actor = null) =>
        Search.CountAsync(actor ?? SessionDriver.Operator, filter, CancellationToken.None);

    /// <summary>Pages on from the first, in the direction of next.</summary>
    public async Task<List<FoundSessions>> PagesAsync(SessionFilter filter)
    {
        var pages = new List<FoundSessions> { await FindAsync(filter) };
        while (pages[^1].Next is { } next)
            pages.Add(await FindAsync(filter with { Mark = next }));
        return pages;
    }

    /// <summary>Changes facts that only weeks of traffic would bring about.</summary>
    public async Task SetAsync(Guid id, Action<VerificationSession> change) => Assert.True((await portal.Get<PortalStore>().WriteAsync<Guid>(write =>
    {
        change(write.Find<VerificationSession>(id)!);
        return id;
    }, CancellationToken.None)).Ok);

    /// <summary>So many copies of a session, all created in the same moment.</summary>
    public async Task CopyAsync(Guid id, int copies, string status = "AwaitingUser")
    {
        await using var db = await portal.Get<PortalStore>().ReadAsync(CancellationToken.None);
        await db.Database.ExecuteSqlRawAsync("""
            WITH RECURSIVE numbers(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < {1})
            INSERT INTO Sessions (Id, SubjectId, PlanId, Terms, Reference, CreatedAtUtc, CreatedBy, LinkHash, SealedLink, LinkExpiresUtc,
                Status, Harvest, Review, Privacy, GuardianConsented, AttemptCount, Version)
            SELECT printf('01910000-0000-7000-8000-%012X', n), SubjectId, PlanId, Terms, Reference, CreatedAtUtc, CreatedBy, printf('copy-%d', n),
                SealedLink, LinkExpiresUtc, {2}, Harvest, Review, Privacy, GuardianConsented, AttemptCount, Version
            FROM Sessions, numbers WHERE Id = {0}
            """, id, copies, status);
    }
}
