using System.Net.Http.Json;
using System.Text.Json;
using System.Web;
using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Evidence;
using FaceH5Portal.Core.Harvesting;
using FaceH5Portal.Core.Sessions;
using FaceH5Portal.Web.Tests.Host;
using Microsoft.Extensions.DependencyInjection;

namespace FaceH5Portal.Web.Tests.Canaries;

/// <summary>Leads one person through the portal by its own doors, the wrong ones included, and remembers what must not be found.</summary>
internal sealed class CanaryJourney(PortalHost portal, CanaryPerson person, string apiKey)
{
    private const int Ways = 8;

    private static readonly Actor Administrator = Actor.InRole("canary-administrator", "Administrator", Role.Administrator);

    public List<(string What, string Text)> Secrets { get; } = [("name", person.Name), ("number", person.Number), ("photo's notes", person.Marker)];

    public List<byte[]> Pictures { get; } = [];

    public Guid Session { get; private set; }

    private int Way => person.Index % Ways;

    private bool TypesIdentity => Way == 1;

    private bool GivesPhoto => Way is 2 or 3;

    public async Task GoAsync()
    {
        using var program = portal.Visit();
        program.Always("Authorization", $"Bearer {apiKey}");
        await StumbleAsync(program);
        var link = await CreateAsync(program);
        using var visitor = portal.Visit();
        await visitor.OpenAsync(link);
        if (await AgreeAsync(visitor) is not { } page)
            return;
        var query = HttpUtility.ParseQueryString(page.Query);
        Secrets.AddRange([("verify_token", query["token"]!), ("return state", query["successUrl"]!.Split('/')[^1])]);
        await CaptureAsync(visitor, query["token"]!, new Uri(query["successUrl"]!).AbsolutePath);
    }

    /// <summary>When everything is harvested: bytes out of the middle of each picture, as they lie open in memory alone.</summary>
    public async Task RememberPicturesAsync()
    {
        foreach (var item in (await portal.SeeAsync(Session)).Evidence.Where(item => item.DeletedAtUtc is null && item.Kind != EvidenceKind.Answer))
            if (await portal.Services.GetRequiredService<EvidenceVault>().OpenAsync(item.Id, CancellationToken.None) is { Bytes.Length: > 200 } opened)
                Pictures.Add(opened.Bytes[(opened.Bytes.Length / 2)..][..24]);
    }

    public async Task EraseAsync()
    {
        if (Way == 7)
            _ = (await portal.Services.GetRequiredService<PersonErasure>().EraseAsync(Administrator, Session, "Asked to be forgotten.", null, CancellationToken.None)).Value;
    }

    /// <summary>Calls that are refused, and that carry the person all the same.</summary>
    private async Task StumbleAsync(Visitor program)
    {
        foreach (var body in new object[]
        {
            new { plan = "no such plan", name = person.Name, idNumber = person.Number },
            new { plan = "1001", name = person.Name, idNumber = person.Number[..17] + "?", reference = person.Number },
            new Dictionary<string, string> { ["plan"] = "1001", [person.Name] = person.Number },
            new { plan = "1004", name = person.Name, idNumber = person.Number, matchImage = Convert.ToBase64String(person.Photo()[..900]) },
        })
            (await program.PostJsonAsync("/api/v1/sessions", body)).Dispose();
        (await program.GetAsync($"/sessions?person={Way}")).Dispose();
    }

    private async Task<Uri> CreateAsync(Visitor program)
    {
        object body = TypesIdentity ? new { plan = "1001" }
            : GivesPhoto ? new { plan = "1004", matchImage = Convert.ToBase64String(person.Photo()) }
            : new { plan = Way == 4 ? "1006" : "1001", name = person.Name, idNumber = person.Number };
        using var answer = await program.PostJsonAsync("/api/v1/sessions", body);
        answer.EnsureSuccessStatusCode();
        var told = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Session = told.GetProperty("id").GetGuid();
        var link = new Uri(told.GetProperty("link").GetString()!);
        Secrets.Add(("link code", link.Segments[^1]));
        return link;
    }

    /// <summary>The vendor's page; null where a fault of the vendor stood in the way.</summary>
    private async Task<Uri?> AgreeAsync(Visitor visitor)
    {
        using var agreed = await visitor.StartAsync(agreed: true);
        if (agreed.Headers.Location is { IsAbsoluteUri: true } straight && straight.AbsolutePath.StartsWith("/face/", StringComparison.Ordinal))
            return straight;
        if (TypesIdentity)
        {
            (await visitor.SubmitAsync("/verify", "identity-next", ("Name", person.Name + "\uE863"), ("Number", person.Number), ("Type", "ResidentIdCard"), ("Born", ""))).Dispose();
            (await visitor.SubmitAsync("/verify", "identity-next", ("Name", person.Name), ("Number", person.Number), ("Type", "ResidentIdCard"), ("Born", ""))).Dispose();
        }
        if (await visitor.StepAsync() != "Start")
            return null;
        using var started = await visitor.SubmitAsync("/verify", "verify-start");
        return started.Headers.Location is { IsAbsoluteUri: true } page && page.AbsolutePath.StartsWith("/face/", StringComparison.Ordinal) ? page : null;
    }

    private async Task CaptureAsync(Visitor visitor, string token, string back)
    {
        using var sandbox = new HttpClient { BaseAddress = new Uri(portal.Sandbox) };
        if (Way == 5)
            await TellAsync(sandbox, "script", new { verify_token = token, attempts = new object[] { new { code = 222350 } } });
        if (Way == 6)
            await TellAsync(sandbox, "faults", new { path = "result/getall", kind = person.Index % 16 == 6 ? "malformed" : "reset", count = 1 });
        await TellAsync(sandbox, "complete", new { verify_token = token });
        (await visitor.GetAsync(back)).Dispose();
        (await visitor.GetAsync("/verify")).Dispose();
        await portal.Services.GetRequiredService<HarvestPass>().RunAsync(CancellationToken.None);
    }

    private static async Task TellAsync(HttpClient sandbox, string call, object body) =>
        (await sandbox.PostAsJsonAsync($"/_sandbox/{call}", body)).EnsureSuccessStatusCode().Dispose();
}
