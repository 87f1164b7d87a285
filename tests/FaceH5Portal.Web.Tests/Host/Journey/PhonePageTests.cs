using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using QRCoder;

namespace FaceH5Portal.Web.Tests.Host.Journey;

[Collection(JourneyTests.Name)]
public sealed partial class PhonePageTests(JourneyPortal portal)
{
    [Fact]
    public async Task The_picture_on_the_page_is_the_QR_code_of_the_link_with_its_quiet_edge()
    {
        var invited = await portal.InviteAsync();
        using var visitor = portal.Visit();
        await visitor.OpenAsync(invited.Link);
        var picture = Drawn(await visitor.ReadAsync("/verify/phone"));
        using var expected = QRCodeGenerator.GenerateQrCode(invited.Link.AbsoluteUri, QRCodeGenerator.ECCLevel.M);
        Assert.Equal(expected.ModuleMatrix.Select(row => Line(row.Cast<bool>())), picture.Select(Line));
        foreach (var edge in picture.Take(4).Concat(picture.TakeLast(4)))
            Assert.DoesNotContain(true, edge);
    }

    [Fact]
    public async Task It_is_dark_on_light_in_every_theme_and_has_a_name_for_who_cannot_see_it()
    {
        using var visitor = portal.Visit();
        await visitor.OpenAsync((await portal.InviteAsync()).Link);
        var page = await visitor.ReadAsync("/verify/phone");
        Assert.Equal(["#fff", "#000"], page.QuerySelectorAll("svg path").Select(path => path.GetAttribute("fill")));
        Assert.Equal(TextResources.English["EndUser.Phone.Code"], Visitor.Find(page, "phone-qr").GetAttribute("aria-label"));
        Assert.Empty(page.QuerySelectorAll("[style], style"));
    }

    [Fact]
    public async Task Once_it_is_over_the_page_says_so_and_shows_no_code_any_more()
    {
        var invited = await portal.InviteAsync();
        using var visitor = portal.Visit();
        await visitor.OpenAsync(invited.Link);
        Assert.Equal("AwaitingUser", await StateAsync(visitor));
        await portal.GoThroughAsync(invited.Id);
        Assert.Equal("Passed", await StateAsync(visitor));
        Assert.False(Visitor.Has(await visitor.ReadAsync("/verify/phone"), "phone-qr"));
    }

    private static async Task<string?> StateAsync(Visitor visitor) =>
        Visitor.Find(await visitor.ReadAsync("/verify/phone"), "phone-state").GetAttribute("data-status");

    /// <summary>The modules as a browser would paint them.</summary>
    private static bool[][] Drawn(IHtmlDocument page)
    {
        var svg = Visitor.Find(page, "phone-qr").QuerySelector("svg")!;
        var size = int.Parse(svg.GetAttribute("viewBox")!.Split(' ')[2], CultureInfo.InvariantCulture);
        var modules = Enumerable.Range(0, size).Select(_ => new bool[size]).ToArray();
        var path = svg.QuerySelectorAll("path")[1].GetAttribute("d")!;
        Assert.Equal(path, string.Concat(Run().Matches(path).Select(run => run.Value)));
        foreach (Match run in Run().Matches(path))
        {
            var (x, y, width) = (Whole(run, "x"), Whole(run, "y"), Whole(run, "width"));
            Array.Fill(modules[y], true, x, width);
        }
        return modules;
    }

    private static int Whole(Match run, string name) => int.Parse(run.Groups[name].Value, CultureInfo.InvariantCulture);

    private static string Line(IEnumerable<bool> row) => string.Concat(row.Select(dark => dark ? '#' : '.'));

    [GeneratedRegex(@"M(?<x>\d+) (?<y>\d+)h(?<width>\d+)v1h-\k<width>z")]
    private static partial Regex Run();
}
