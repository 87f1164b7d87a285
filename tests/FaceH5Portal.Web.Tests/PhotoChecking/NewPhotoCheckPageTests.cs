using Bunit;
using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.PhotoChecks;
using FaceH5Portal.TestKit;
using FaceH5Portal.Vendors.Photos;
using FaceH5Portal.Web.Pages.Operator.PhotoChecking;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.Extensions.DependencyInjection;

namespace FaceH5Portal.Web.Tests.PhotoChecking;

public sealed class NewPhotoCheckPageTests : IAsyncLifetime
{
    private PortalHarness portal = null!;

    public async Task InitializeAsync() => portal = await PortalHarness.StartAsync();

    public async Task DisposeAsync() => await portal.DisposeAsync();

    [Fact]
    public async Task Who_has_typed_all_and_the_persons_yes_is_led_to_what_the_best_vendor_says()
    {
        await using var context = new ConsoleContext(portal);
        var page = Fill(Show(context));
        Assert.Contains("Juhe", Text(page, "vendor-best-now"), StringComparison.Ordinal);
        Assert.Contains("¥1.00", Text(page, "check-cost"), StringComparison.Ordinal);
        Agree(page);
        Press(page);
        page.WaitForAssertion(() => Assert.Matches("/photo-checks/[0-9a-f-]{36}$", Address(context)));
        Assert.Equal(["/verifyface/verifyEncry"], await portal.Sandbox.CallsAsync());
    }

    [Fact]
    public async Task Nothing_is_ticked_beforehand_and_without_the_tick_nobody_is_asked_and_nothing_typed_is_lost()
    {
        await using var context = new ConsoleContext(portal);
        var page = Fill(Show(context));
        Assert.False(page.Find("[data-testid=photo-consent-box]").HasAttribute("checked"));
        Press(page);
        page.WaitForElement("[data-testid=photo-consent-error]");
        Assert.Equal(("测试甲", SessionDriver.Number, "Opening an account"), (Value(page, "name-input"), Value(page, "number-input"), Value(page, "purpose-input")));
        Assert.Contains("face.jpg", Text(page, "photo-name"), StringComparison.Ordinal);
        Assert.Empty(await portal.Sandbox.CallsAsync());
    }

    [Fact]
    public async Task Every_fault_is_told_at_once_and_nobody_is_asked()
    {
        await using var context = new ConsoleContext(portal);
        var page = Show(context);
        Press(page);
        page.WaitForAssertion(() => Assert.Equal(["name-empty", "number-empty", "photo-consent-missing", "photo-not-given", "text-required"],
            page.FindAll("[data-testid=error]").Select(error => error.GetAttribute("data-code")!).Order(StringComparer.Ordinal)));
        Assert.Empty(await portal.Sandbox.CallsAsync());
    }

    [Fact]
    public async Task A_slip_in_number_or_name_is_said_while_it_is_typed()
    {
        await using var context = new ConsoleContext(portal);
        var page = Show(context);
        page.Find("[data-testid=name-input]").Change("测试$");
        page.WaitForAssertion(() => Assert.Equal(["name-characters"], Codes(page)));
        page.Find("[data-testid=name-input]").Change("测试甲");
        page.Find("[data-testid=number-input]").Change("11010119900307001X");
        page.WaitForAssertion(() => Assert.Equal(["number-check-digit"], Codes(page)));
        page.Find("[data-testid=accept-check-digit]").Change(true);
        page.WaitForAssertion(() => Assert.Empty(Codes(page)));
    }

    [Fact]
    public async Task A_photo_is_seen_before_and_after_with_what_each_vendor_would_be_sent()
    {
        await using var context = new ConsoleContext(portal);
        var page = Show(context);
        Give(page, Photos.Of(1600, 1200), "large.jpg");
        page.WaitForElement("[data-testid=photo-after]");
        Assert.Equal("1600×1200", page.Find("[data-testid=photo-handed-in] [data-testid=photo-pixels]").TextContent);
        Assert.Equal(("800×600", TextResources.English["PhotoChecks.Redrawn"]), Offered(page, "Juhe"));
        Assert.Equal(("1600×1200", TextResources.English["PhotoChecks.AsItIs"]), Offered(page, "Linkface"));
        Assert.NotNull(page.Find("img[data-photo=before]"));
    }

    [Fact]
    public async Task What_is_no_picture_is_refused_in_words_where_it_was_chosen()
    {
        await using var context = new ConsoleContext(portal);
        var page = Fill(Show(context));
        Give(page, "no picture"u8.ToArray(), "letter.jpg");
        page.WaitForAssertion(() => Assert.Equal(TextResources.English["Error.photo-not-an-image"], Text(page, "photo-error")));
        Assert.Empty(page.FindAll("[data-testid=photo-after]"));
        Press(page);
        page.WaitForElement("[data-testid=error]");
        Assert.Empty(await portal.Sandbox.CallsAsync());
    }

    [Fact]
    public async Task Several_vendors_are_named_in_the_consent_and_summed_and_another_one_takes_the_yes_back()
    {
        await using var context = new ConsoleContext(portal);
        var page = Fill(Show(context));
        page.Find("[data-testid=vendor-own]").Change(true);
        Assert.NotEmpty(page.FindAll("[data-testid=photo-consent-nobody]"));
        Tick(page, "Juhe");
        Agree(page);
        Tick(page, "Linkface");
        Assert.False(page.Find("[data-testid=photo-consent-box]").HasAttribute("checked"));
        Assert.Contains("¥2.00", Text(page, "check-cost"), StringComparison.Ordinal);
        Agree(page);
        foreach (var vendor in new[] { "Juhe", "Linkface" })
            Assert.Contains(vendor, Text(page, "photo-consent-words"), StringComparison.Ordinal);
        Press(page);
        page.WaitForAssertion(() => Assert.Matches("/photo-checks/[0-9a-f-]{36}$", Address(context)));
        Assert.Equal(["/v2/identity/selfie_idnumber_verification", "/verifyface/verifyEncry"], (await portal.Sandbox.CallsAsync()).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("en", "Juhe (聚合数据) (Some Company, Ltd.; contact: privacy@company.example)", "Linkface (contact: www.linkface.cn)")]
    [InlineData("zh-CN", "聚合数据（Some Company, Ltd.，联系方式：privacy@company.example）", "Linkface（联系方式：www.linkface.cn）")]
    public async Task The_person_is_told_which_company_gets_the_photo_and_how_to_reach_it_and_may_agree_to_that(string language, string named, string unnamed)
    {
        await using var context = new ConsoleContext(portal, language: language);
        context.Services.AddSingleton(new PhotoCheckSettings
        {
            Recipients = new Dictionary<PhotoVendor, PhotoRecipient> { [PhotoVendor.Juhe] = new("Some Company, Ltd.", "privacy@company.example") },
        });
        var page = Fill(Show(context));
        page.Find("[data-testid=vendor-own]").Change(true);
        Tick(page, "Juhe");
        Tick(page, "Linkface");
        Assert.Contains(named, Text(page, "photo-consent-words"), StringComparison.Ordinal);
        Assert.Contains(unnamed, Text(page, "photo-consent-words"), StringComparison.Ordinal);
        Agree(page);
        Press(page);
        page.WaitForAssertion(() => Assert.Matches("/photo-checks/[0-9a-f-]{36}$", Address(context)));
    }

    [Fact]
    public async Task No_vendor_chosen_is_a_fault_and_not_the_best_available()
    {
        await using var context = new ConsoleContext(portal);
        var page = Fill(Show(context));
        page.Find("[data-testid=vendor-own]").Change(true);
        Press(page);
        page.WaitForAssertion(() => Assert.Contains("photo-vendor-missing", Codes(page)));
        Assert.Empty(await portal.Sandbox.CallsAsync());
    }

    [Fact]
    public async Task In_a_sessions_place_nobody_types_the_person_again_and_nobody_stands_in_the_address()
    {
        var session = await SessionDriver.CreateAsync(portal);
        await using var context = new ConsoleContext(portal);
        var page = Show(context, $"?session={session.Id}");
        Assert.Empty(page.FindAll("[data-testid=name-input], [data-testid=number-input]"));
        Assert.Contains("测** 110***********0011", Text(page, "instead-person"), StringComparison.Ordinal);
        Assert.NotEmpty(Value(page, "purpose-input"));
        Assert.Contains("Juhe", Text(page, "photo-consent-words"), StringComparison.Ordinal);
        Give(page, Photos.Of(640, 480), "face.jpg");
        Agree(page);
        Press(page);
        page.WaitForAssertion(() => Assert.Matches("/photo-checks/[0-9a-f-]{36}$", Address(context)));
    }

    [Fact]
    public async Task A_session_whose_capture_has_done_needs_no_photo()
    {
        var session = await SessionDriver.CreateAsync(portal);
        await session.GoThroughAsync();
        await using var context = new ConsoleContext(portal);
        var page = Show(context, $"?session={session.Id}");
        Assert.Equal(["instead-refused"], Codes(page));
        Assert.Empty(page.FindAll("[data-testid=photo-check-form]"));
    }

    [Fact]
    public async Task Who_may_not_check_is_told_which_permission_is_missing()
    {
        await using var context = new ConsoleContext(portal, Role.Auditor);
        Assert.Equal(["access-denied"], Codes(Show(context)));
    }

    private static IRenderedComponent<NewPhotoCheckPage> Show(ConsoleContext context, string query = "")
    {
        context.Services.GetRequiredService<NavigationManager>().NavigateTo($"/photo-checks/new{query}");
        var page = context.Render<NewPhotoCheckPage>();
        page.WaitForElement("[data-testid=photo-check-form], [data-testid=errors]");
        return page;
    }

    private static IRenderedComponent<NewPhotoCheckPage> Fill(IRenderedComponent<NewPhotoCheckPage> page)
    {
        page.Find("[data-testid=purpose-input]").Change("Opening an account");
        page.Find("[data-testid=name-input]").Change("测试甲");
        page.Find("[data-testid=number-input]").Change(SessionDriver.Number);
        Give(page, Photos.Of(640, 480), "face.jpg");
        page.WaitForElement("[data-testid=photo-handed-in]");
        return page;
    }

    private static void Give(IRenderedComponent<NewPhotoCheckPage> page, byte[] photo, string name) =>
        page.FindComponent<InputFile>().UploadFiles(InputFileContent.CreateFromBinary(photo, name));

    private static void Agree(IRenderedComponent<NewPhotoCheckPage> page) => page.Find("[data-testid=photo-consent-box]").Change(true);

    private static void Press(IRenderedComponent<NewPhotoCheckPage> page) => page.Find("[data-testid=check-photo]").Click();

    private static void Tick(IRenderedComponent<NewPhotoCheckPage> page, string vendor) =>
        page.Find($"[data-vendor={vendor}] [data-testid=vendor-tick]").Change(true);

    private static (string Pixels, string Changed) Offered(IRenderedComponent<NewPhotoCheckPage> page, string vendor) =>
        (page.Find($"[data-vendor={vendor}] [data-testid=photo-pixels]").TextContent, page.Find($"[data-vendor={vendor}] [data-testid=photo-changed]").TextContent);

    private static string Text(IRenderedComponent<NewPhotoCheckPage> page, string testId) => page.Find($"[data-testid={testId}]").TextContent;

    private static string Value(IRenderedComponent<NewPhotoCheckPage> page, string testId) => page.Find($"[data-testid={testId}]").GetAttribute("value") ?? "";

    private static IEnumerable<string> Codes(IRenderedComponent<NewPhotoCheckPage> page) =>
        page.FindAll("[data-testid=error]").Select(error => error.GetAttribute("data-code")!);

    private static string Address(ConsoleContext context) => context.Services.GetRequiredService<NavigationManager>().Uri;
}
