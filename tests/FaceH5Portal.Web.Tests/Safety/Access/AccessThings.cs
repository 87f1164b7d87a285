using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Evidence;
using FaceH5Portal.Core.Ledger.Pricing;
using FaceH5Portal.Core.People;
using FaceH5Portal.Core.PhotoChecks;
using FaceH5Portal.Core.Sessions.Journey;
using FaceH5Portal.Core.Subjects;
using FaceH5Portal.Core.Webhooks.Delivering;
using FaceH5Portal.Core.Webhooks.Endpoints;
using FaceH5Portal.TestKit;
using FaceH5Portal.Vendors.Photos;
using FaceH5Portal.Web.Tests.Host;
using Microsoft.Extensions.DependencyInjection;

namespace FaceH5Portal.Web.Tests.Safety.Access;

/// <summary>Something of each kind that an address can name, made anew for each try, because some tries use it up.</summary>
internal sealed record AccessThings(Guid Session, Guid Evidence, Guid Plan, Guid PriceList, Invitation Invitation, Uri Link, string State, Guid PhotoCheck, Guid Endpoint)
{
    private const string Consent = "I agree that Juhe compares my photo.";

    private static readonly Actor Administrator = Actor.InRole("test-administrator", "Administrator", Role.Administrator);

    /// <summary>For what names nothing.</summary>
    public static AccessThings Nothing { get; } = new(Guid.Empty, Guid.Empty, Guid.Empty, Guid.Empty, new Invitation(Guid.Empty, ""), new Uri("https://localhost"), "", Guid.Empty, Guid.Empty);

    public static async Task<AccessThings> MakeAsync(PortalHost portal)
    {
        var session = await portal.CreateSessionAsync("1004", Photos.Of(64, 48));
        var page = await portal.Services.GetRequiredService<EndUserJourney>().AgreeAndStartAsync(session.Id);
        var seen = await portal.SeeAsync(session.Id);
        var photo = seen.Evidence.Single(item => item.Kind == EvidenceKind.Match);
        return new AccessThings(session.Id, photo.Id, await PlanOfAsync(portal), await PriceListAsync(portal), await InviteAsync(portal), session.Link, StateOf(page.Value), await PhotoCheckAsync(portal), await EndpointAsync(portal));
    }

    public string Of(string pattern, string parameter) => (pattern.Split('/')[1], parameter) switch
    {
        ("evidence", _) => Evidence.ToString(),
        ("plans", _) => Plan.ToString(),
        ("photo-checks", _) => PhotoCheck.ToString(),
        ("api", "id") when pattern.Contains("/photo-checks/", StringComparison.Ordinal) => PhotoCheck.ToString(),
        ("admin", "Id") => (pattern.Split('/')[2] switch { "people" => Invitation.AccountId, "webhooks" => Endpoint, _ => PriceList }).ToString(),
        ("welcome", _) => Invitation.Code,
        (_, "Month") => "2026-02",
        (_, "Code") => Link.Segments[^1],
        (_, "State") => State,
        (_, "kind") => "match",
        (_, "documentName") => "v1",
        (_, "name") => "light",
        _ => Session.ToString(),
    };

    public static string Unknown(string parameter) => parameter switch
    {
        "Code" or "State" => "fh5_nobodyknowsthisone0001",
        "Month" => "month",
        "name" or "documentName" => "pink",
        "kind" => "match",
        _ => "7f0c1a52-4f0a-4a39-9a9b-6a4d0b8d9d11",
    };

    public static string QueryOf(string pattern) => pattern == "/verify/live" ? "?seen=0" : "";

    public static Task<HttpResponseMessage> PostAsync(Visitor visitor, string pattern, string path)
    {
        if (pattern.StartsWith("/api/", StringComparison.Ordinal))
            return visitor.PostJsonAsync(path, BodyOf(pattern));
        return pattern.StartsWith("/_blazor", StringComparison.Ordinal) ? visitor.PostAsync(path) : visitor.SendAsync(path, FormOf(pattern));
    }

    private static object BodyOf(string pattern) => pattern switch
    {
        "/api/v1/photo-checks" => new
        {
            vendor = "juhe",
            purpose = "To try",
            name = "测试甲",
            idNumber = SessionDriver.Number,
            photo = Convert.ToBase64String(Photos.Of(200, 200)),
            consentVersion = "1",
            consentText = Consent,
            consentLanguage = "en",
            consentGivenAt = "2026-03-01T02:00:00Z",
        },
        _ when pattern.EndsWith("/erase", StringComparison.Ordinal) => new { reason = "Asked for it." },
        _ => new { plan = "1001", name = "测试甲", idNumber = SessionDriver.Number },
    };

    private static async Task<Guid> PhotoCheckAsync(PortalHost portal) => (await portal.Services.GetRequiredService<PhotoCheckService>().CheckAsync(Administrator, new NewPhotoCheck
    {
        Vendors = [PhotoVendor.Juhe],
        Purpose = "To try",
        Person = new Identity("测试甲", SessionDriver.Number, CertificateType.ResidentIdCard),
        Photo = Photos.Of(200, 200),
        Consent = new PhotoConsent("1", Consent, "en", new DateTime(2026, 3, 1, 2, 0, 0, DateTimeKind.Utc)),
    }, CancellationToken.None)).Value.GroupId;

    private static (string Name, string Value)[] FormOf(string pattern) => pattern switch
    {
        "/sign-in/demo" => [("role", nameof(Role.Operator))],
        "/preferences/language" => [("language", "en")],
        "/preferences/theme" => [("theme", "dark")],
        "/preferences/text-size" => [("large", "yes")],
        "/admin/disputes/pack" => [("token", Unknown("token"))],
        "/admin/statements/taken" => [("month", "2026-02")],
        _ => [],
    };

    private static async Task<Guid> PlanOfAsync(PortalHost portal) =>
        (await portal.Services.GetRequiredService<Core.Plans.PlanService>().ListAsync(Administrator, CancellationToken.None)).Value[0].Id;

    private static async Task<Invitation> InviteAsync(PortalHost portal) => (await portal.Services.GetRequiredService<PeopleDesk>().InviteAsync(
        Administrator, $"somebody-{Guid.NewGuid():N}", new PersonTerms { Name = "Somebody", Roles = [Role.Operator] }, CancellationToken.None)).Value;

    /// <summary>The first is there for all of them: an endpoint is never deleted.</summary>
    private static async Task<Guid> EndpointAsync(PortalHost portal)
    {
        var known = (await portal.Services.GetRequiredService<DeliveryQueries>().ListAsync(Administrator, CancellationToken.None)).Value;
        var terms = new EndpointTerms { Url = "https://receiver.invalid/hook", Types = ["session.unresolved"] };
        return known.Count > 0 ? known[0].Id : (await portal.Services.GetRequiredService<EndpointDesk>().CreateAsync(Administrator, terms, CancellationToken.None)).Value.Id;
    }

    private static async Task<Guid> PriceListAsync(PortalHost portal) =>
        (await portal.Services.GetRequiredService<PriceDesk>().ListAsync(Administrator, CancellationToken.None)) is { Ok: true, Value: [var first, ..] } ? first.Id : Guid.Empty;

    private static string StateOf(Uri capturePage) => System.Web.HttpUtility.ParseQueryString(capturePage.Query)["successUrl"]!.Split('/')[^1];
}
