using System.Web;
using AngleSharp.Html.Dom;
using FaceH5Portal.Core.Sessions;
using FaceH5Portal.Core.Subjects;

namespace FaceH5Portal.Web.Tests.Host.Journey;

/// <summary>Addresses end up in logs, histories and screenshots; the result page on paper.</summary>
[Collection(JourneyTests.Name)]
public sealed class AddressSecrecyTests(JourneyPortal portal)
{
    private readonly List<string> addresses = [];

    [Fact]
    public async Task No_address_of_ours_tells_who_the_person_is_or_carries_the_vendors_token_or_the_links_code()
    {
        var invited = await portal.InviteAsync("1001", ("returnUrl", "https://shop.example/"));
        using var visitor = portal.Visit();
        await visitor.OpenAsync(invited.Link);
        await NoteAsync(visitor, "/verify", "/verify/other-way", "/verify/phone");
        using var started = await visitor.StartAsync(agreed: true);
        var vendor = HttpUtility.ParseQueryString(started.Headers.Location!.Query);
        await NoteAsync(visitor, "/verify");
        await portal.CaptureAsync(vendor["token"]!);
        using (var back = await visitor.GetAsync(new Uri(vendor["successUrl"]!).AbsolutePath))
            addresses.Add(Visitor.LeadsTo(back)!);
        await NoteAsync(visitor, "/verify");
        await portal.SweepAsync();
        await NoteAsync(visitor, "/verify", "/verify/withdraw");

        Assert.True(addresses.Count > 30, $"Only {addresses.Count} addresses were seen.");
        string[] secrets = [JourneyPortal.Name, Uri.EscapeDataString(JourneyPortal.Name), JourneyPortal.Adult, vendor["token"]!, invited.Link.Segments[^1]];
        foreach (var secret in secrets)
            Assert.DoesNotContain(addresses, address => address.Contains(secret, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task The_vendors_page_gets_its_token_and_a_way_back_that_names_nobody()
    {
        var invited = await portal.InviteAsync();
        using var visitor = portal.Visit();
        await visitor.OpenAsync(invited.Link);
        using var started = await visitor.StartAsync(agreed: true);
        var query = HttpUtility.ParseQueryString(started.Headers.Location!.Query);
        Assert.Equal(["failedUrl", "successUrl", "token"], query.AllKeys.Order());
        Assert.Equal(query["successUrl"], query["failedUrl"]);
        Assert.Matches(@"^http://localhost:5080/r/[A-Za-z0-9_-]{20,}$", query["successUrl"]!);
    }

    [Fact]
    public async Task The_result_that_can_be_printed_holds_purpose_time_number_and_help_and_nobodys_name()
    {
        var invited = await portal.InviteAsync("1001", ("purpose", "开户"));
        await portal.GoThroughAsync(invited.Id);
        using var visitor = portal.Visit();
        await visitor.OpenAsync(invited.Link);
        var page = await visitor.ReadAsync("/verify");
        var facts = Visitor.Find(page, "result-facts");
        Assert.Equal(new[] { "Purpose", "When", "Number", "Help" }.Select(fact => TextResources.English[$"EndUser.Result.{fact}"]),
            facts.QuerySelectorAll("dt").Select(fact => fact.TextContent));
        Assert.Equal(("开户", invited.Id.ToString()), (facts.QuerySelector("dd")!.TextContent, facts.QuerySelector("code")!.TextContent));
        var finished = (await portal.RowAsync(invited.Id)).FinishedAtUtc!.Value;
        Assert.Equal(finished.ToString("s", System.Globalization.CultureInfo.InvariantCulture) + "Z", facts.QuerySelector("time")!.GetAttribute("datetime"));
        var person = new Identity(JourneyPortal.Name, JourneyPortal.Adult, CertificateType.ResidentIdCard);
        foreach (var secret in new[] { person.Name, person.Number, Masking.Number(person.Number) })
            Assert.DoesNotContain(secret, page.Source.Text, StringComparison.Ordinal);
        Assert.Equal(SessionStatus.Passed.ToString(), Visitor.Find(page, "verify-title").GetAttribute("data-status"));
    }

    private async Task NoteAsync(Visitor visitor, params string[] paths)
    {
        foreach (var path in paths)
        {
            addresses.Add(path);
            addresses.AddRange(AddressesOf(await visitor.ReadAsync(path)));
        }
    }

    private static IEnumerable<string> AddressesOf(IHtmlDocument page) => page.All.SelectMany(element =>
        new[] { "href", "src", "action", "data-live" }.Select(element.GetAttribute).OfType<string>());
}
