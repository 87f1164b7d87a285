using System.Globalization;
using System.Net;
using AngleSharp.Html.Dom;
using FaceH5Portal.Core.Evidence;
using FaceH5Portal.TestKit;
using FaceH5Portal.Vendors.Baidu.Codes;

namespace FaceH5Portal.Web.Tests.Host.Journey;

/// <summary>The forms for what nobody gave when the session was made.</summary>
[Collection(JourneyTests.Name)]
public sealed class MissingPartPageTests(JourneyPortal portal)
{
    [Theory]
    [InlineData("", JourneyPortal.Adult, "name-empty", "identity-name")]
    [InlineData("测试\uE863", JourneyPortal.Adult, "name-private-characters", "identity-name")]
    [InlineData("测试甲", "110101199003070012", "number-mistyped", "identity-number")]
    [InlineData("测试甲", "1101011990030700", "number-length", "identity-number")]
    public async Task A_slip_is_told_at_its_field_and_everything_typed_stays(string name, string number, string code, string field)
    {
        using var visitor = await AgreedAsync("1001");
        using var answer = await visitor.SubmitAsync("/verify", "identity-next",
            ("Name", name), ("Number", number), ("Type", "ResidentIdCard"), ("Born", "1990-03-07"));
        var page = await Visitor.PageOfAsync(answer);
        Assert.Equal(code, Visitor.Find(page, "verify-error").GetAttribute("data-code"));
        Assert.Equal("alert", Visitor.Find(page, "verify-error").GetAttribute("role"));
        Assert.Equal("true", Visitor.Find(page, field).GetAttribute("aria-invalid"));
        Assert.Equal((name, number, "1990-03-07"), (Typed(page, "identity-name"), Typed(page, "identity-number"), Typed(page, "identity-born")));
        Assert.Equal("Identity", await visitor.StepAsync());
    }

    [Fact]
    public async Task A_passport_without_its_birth_date_keeps_the_kind_that_was_chosen()
    {
        using var visitor = await AgreedAsync("1001");
        using var answer = await visitor.SubmitAsync("/verify", "identity-next",
            ("Name", "测试甲"), ("Number", "E12345678"), ("Type", "OverseasChinesePassport"), ("Born", ""));
        var page = await Visitor.PageOfAsync(answer);
        Assert.Equal("birth-date-missing", Visitor.Find(page, "verify-error").GetAttribute("data-code"));
        Assert.Equal("OverseasChinesePassport", ((IHtmlSelectElement)Visitor.Find(page, "identity-type")).Value);
    }

    [Fact]
    public async Task A_right_identity_leads_to_the_start_and_is_submitted_there()
    {
        using var visitor = await AgreedAsync("1001");
        var submitted = await portal.VendorCallsAsync("idcard/submit");
        using var given = await visitor.SubmitAsync("/verify", "identity-next",
            ("Name", "阿依古丽·买买提"), ("Number", JourneyPortal.Adult), ("Type", "ResidentIdCard"), ("Born", ""));
        Assert.Equal((HttpStatusCode.Redirect, "/verify"), (given.StatusCode, Visitor.LeadsTo(given)));
        using var started = await visitor.SubmitAsync("/verify", "verify-start");
        Assert.Equal("/face/print/", started.Headers.Location!.AbsolutePath);
        Assert.Equal(submitted + 1, await portal.VendorCallsAsync("idcard/submit"));
    }

    [Fact]
    public async Task A_childs_number_leads_back_to_the_guardian()
    {
        using var visitor = await AgreedAsync("1001");
        (await visitor.SubmitAsync("/verify", "identity-next", ("Name", "测试甲"), ("Number", JourneyPortal.Child), ("Type", "ResidentIdCard"))).Dispose();
        Assert.Equal("Consent", await visitor.StepAsync());
        Assert.True(Visitor.Has(await visitor.ReadAsync("/verify"), "consent-guardian"));
    }

    [Fact]
    public async Task No_photo_and_what_is_none_are_told_in_place()
    {
        using var visitor = await AgreedAsync("1004", ("Born", "1990-03-07"));
        using var none = await visitor.UploadAsync("/verify", "photo-next", "Photo", []);
        Assert.Equal("photo-missing", await Visitor.FaultOfAsync(none));
        using var letter = await visitor.UploadAsync("/verify", "photo-next", "Photo", "%PDF-1.7"u8.ToArray());
        Assert.Equal("photo-not-an-image", await Visitor.FaultOfAsync(letter));
        Assert.Equal("Photo", await visitor.StepAsync());
    }

    [Fact]
    public async Task A_phones_big_photo_goes_all_the_way()
    {
        var invited = await portal.InviteAsync("1004");
        using var visitor = await AgreedAsync(invited.Link, ("Born", "1990-03-07"));
        using var given = await visitor.UploadAsync("/verify", "photo-next", "Photo", Photos.Of(4032, 3024));
        Assert.Equal(HttpStatusCode.Redirect, given.StatusCode);
        Assert.Single(await portal.AllAsync<EvidenceItem>(item => item.SessionId == invited.Id && item.Kind == EvidenceKind.Match));
        var uploads = await portal.VendorCallsAsync("uploadMatchImage");
        using var started = await visitor.SubmitAsync("/verify", "verify-start");
        Assert.Equal("/face/print/", started.Headers.Location!.AbsolutePath);
        Assert.Equal(uploads + 1, await portal.VendorCallsAsync("uploadMatchImage"));
    }

    [Fact]
    public async Task Who_gave_a_photo_that_the_vendor_refuses_is_told_why_and_gives_another()
    {
        using var visitor = await AgreedAsync("1004", ("Born", "1990-03-07"));
        (await visitor.UploadAsync("/verify", "photo-next", "Photo", Photos.Of(640, 480))).Dispose();
        await portal.SandboxAsync("faults", new { path = "uploadMatchImage", kind = "error222202" });
        using var refused = await visitor.SubmitAsync("/verify", "verify-start");
        Assert.Equal("/verify", Visitor.LeadsTo(refused));
        var page = await visitor.ReadAsync("/verify");
        Assert.Equal("Photo", await visitor.StepAsync());
        Assert.Equal(BaiduCodeTable.Of("222202").EndUser.In(CultureInfo.GetCultureInfo("en")), Visitor.Find(page, "verify-reason").TextContent);

        (await visitor.UploadAsync("/verify", "photo-next", "Photo", Photos.Of(480, 640))).Dispose();
        using var started = await visitor.SubmitAsync("/verify", "verify-start");
        Assert.Equal("/face/print/", started.Headers.Location!.AbsolutePath);
    }

    private async Task<Visitor> AgreedAsync(string plan, params (string Name, string Value)[] filled) =>
        await AgreedAsync((await portal.InviteSomebodyAsync(plan)).Link, filled);

    private async Task<Visitor> AgreedAsync(Uri link, params (string Name, string Value)[] filled)
    {
        var visitor = portal.Visit();
        await visitor.OpenAsync(link);
        using var agreed = await visitor.SubmitAsync("/verify", "verify-start", [("Agreed", "yes"), .. filled]);
        Assert.Equal("/verify", Visitor.LeadsTo(agreed));
        return visitor;
    }

    private static string Typed(IHtmlDocument page, string field) => ((IHtmlInputElement)Visitor.Find(page, field)).Value;
}
