using System.Web;
using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Evidence;
using FaceH5Portal.Core.Evidence.Looking;
using FaceH5Portal.Core.Plans;
using FaceH5Portal.Core.Privacy.Revealing;
using FaceH5Portal.Core.Sessions;
using FaceH5Portal.Core.Sessions.Journey;
using FaceH5Portal.Core.Subjects;

namespace FaceH5Portal.TestKit;

/// <summary>One session, driven the way an operator and a person would.</summary>
public sealed class SessionDriver
{
    public const string Number = "110101199003070011";

    public static readonly Actor Operator = Actor.InRole("test-operator", "Operator", Role.Operator);

    private readonly PortalHarness portal;

    private SessionDriver(PortalHarness portal, CreatedSession created) => (this.portal, Id, Link) = (portal, created.Id, created.Link);

    public Guid Id { get; }

    public Uri Link { get; }

    public string VerifyToken { get; private set; } = "";

    public string State { get; private set; } = "";

    private EndUserJourney Journey => portal.Get<EndUserJourney>();

    public static async Task<SessionDriver> CreateAsync(PortalHarness portal, string plan = "1001", string name = "测试甲", byte[]? photo = null, string number = Number) =>
        (await TryCreateAsync(portal, plan, name, photo, number)).Value;

    public static async Task<Result<SessionDriver>> TryCreateAsync(PortalHarness portal, string plan, string name = "测试甲", byte[]? photo = null, string number = Number)
    {
        var plans = await portal.Get<PlanService>().ListAsync(Operator, CancellationToken.None);
        var created = await portal.Get<SessionService>().CreateAsync(Operator, new NewSession(plans.Value.Single(p => p.Terms.VendorPlanId == plan).Id)
        {
            Identity = new Identity(name, number, CertificateType.ResidentIdCard),
            AcceptCheckDigit = number != Number,
            MatchPhoto = photo,
        }, CancellationToken.None);
        return created.Ok ? new SessionDriver(portal, created.Value) : created.Errors.ToList();
    }

    public async Task<Result<Uri>> TryStartAsync()
    {
        var page = await Journey.AgreeAndStartAsync(Id);
        if (!page.Ok)
            return page;
        var query = HttpUtility.ParseQueryString(page.Value.Query);
        (VerifyToken, State) = (query["token"]!, query["successUrl"]!.Split('/')[^1]);
        return page;
    }

    public async Task StartAsync() => _ = (await TryStartAsync()).Value;

    public Task CaptureAsync() => portal.Sandbox.CompleteAsync(VerifyToken);

    public Task CaptureOnPageAsync() => portal.Sandbox.CaptureOnPageAsync(VerifyToken);

    public Task<Result<Guid>> ReturnAsync() => Journey.ReturnAsync(State, CancellationToken.None);

    /// <summary>Start, capture, come back, and let the portal fetch.</summary>
    public async Task<SessionDetail> GoThroughAsync()
    {
        await StartAsync();
        await CaptureAsync();
        return await ComeBackAsync();
    }

    public async Task<SessionDetail> ComeBackAsync()
    {
        await ReturnAsync();
        await portal.SweepAsync();
        return await SeeAsync();
    }

    public async Task<SessionDetail> SeeAsync() =>
        (await portal.Get<SessionQueries>().GetAsync(Operator, Id, CancellationToken.None)).Value;

    /// <summary>Says why, and opens a picture as an operator does.</summary>
    public async Task<Result<OpenedEvidence>> LookAsync(Guid evidenceId)
    {
        await portal.Get<PictureDesk>().AskAsync(Operator, Id, RevealReason.Review, CancellationToken.None);
        return await portal.Get<PictureViewer>().OpenAsync(Operator, evidenceId, CancellationToken.None);
    }

    public async Task<SessionStatus> StatusAsync() => (await SeeAsync()).Row.Status;
}
