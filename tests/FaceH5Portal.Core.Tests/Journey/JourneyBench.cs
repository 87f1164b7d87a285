using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Plans;
using FaceH5Portal.Core.Sessions;
using FaceH5Portal.Core.Sessions.Journey;
using FaceH5Portal.Core.Subjects;
using FaceH5Portal.TestKit;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.Tests.Journey;

/// <summary>A portal, and a person with a link of whom nothing is known yet unless told.</summary>
internal sealed class JourneyBench : IAsyncDisposable
{
    public const string Adult = "110101199003070011";

    // Born on 8 March 2012: 13 years old on the day the clock begins, and 14 a week later.
    public const string Child = "110101201203080017";

    private JourneyBench(PortalHarness portal) => Portal = portal;

    public PortalHarness Portal { get; }

    public EndUserJourney Journey => Portal.Get<EndUserJourney>();

    public PersonDesk Desk => Portal.Get<PersonDesk>();

    public static async Task<JourneyBench> StartAsync() => new(await PortalHarness.StartAsync());

    public async Task<Guid> InviteAsync(string plan = "1001", Identity? identity = null, byte[]? photo = null)
    {
        var plans = await Portal.Get<PlanService>().ListAsync(SessionDriver.Operator, CancellationToken.None);
        var created = await Portal.Get<SessionService>().CreateAsync(SessionDriver.Operator, new NewSession(plans.Value.Single(p => p.Terms.VendorPlanId == plan).Id)
        {
            Identity = identity,
            MatchPhoto = photo,
            AcceptCheckDigit = true,
        }, CancellationToken.None);
        return created.Value.Id;
    }

    public static Identity Resident(string number) => new("测试甲", number, CertificateType.ResidentIdCard);

    public async Task<EndUserView> ViewAsync(Guid session) => (await Journey.ViewAsync(session, CancellationToken.None)).Value;

    public async Task<JourneyStep> StepAsync(Guid session) => (await ViewAsync(session)).Step;

    public async Task<string?> AgreeAsync(Guid session, DateOnly? born = null, string? guardian = null) =>
        CodeOf(await Journey.AgreeAsync(session, Agreement.OfAnAdult with { Born = born, Guardian = guardian }, CancellationToken.None));

    public async Task<string?> GiveAsync(Guid session, Identity identity, DateOnly? born = null) =>
        CodeOf(await Desk.GiveIdentityAsync(session, identity, born, CancellationToken.None));

    public async Task<string?> GivePhotoAsync(Guid session, byte[] photo) =>
        CodeOf(await Desk.GivePhotoAsync(session, photo, CancellationToken.None));

    public async Task<VerificationSession> RowAsync(Guid session)
    {
        await using var db = await Portal.Get<PortalStore>().ReadAsync(CancellationToken.None);
        return await db.Set<VerificationSession>().AsNoTracking().SingleAsync(s => s.Id == session);
    }

    public async Task<List<T>> AllAsync<T>() where T : class
    {
        await using var db = await Portal.Get<PortalStore>().ReadAsync(CancellationToken.None);
        return await db.Set<T>().AsNoTracking().ToListAsync();
    }

    public static string? CodeOf<T>(Result<T> result) => result.Ok ? null : result.Errors[0].Code;

    public ValueTask DisposeAsync() => Portal.DisposeAsync();
}
