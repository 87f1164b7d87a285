using FaceH5Portal.EndToEnd.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FaceH5Portal.EndToEnd.Tests;

/// <summary>A photo by camera, file or drop, checked with other vendors, under the real headers.</summary>
[Collection(BrowserTests.Name)]
public sealed class PhotoCheckTests(Chromium chromium, InvitingPortal portal) : IClassFixture<InvitingPortal>, IAsyncLifetime
{
    private IBrowserContext context = null!;
    private BrowserComplaints complaints = null!;
    private OperatorDriver console = null!;
    private PhotoCheckDriver checking = null!;

    public async Task InitializeAsync()
    {
        context = await chromium.WithCamera.NewContextAsync(new() { Locale = "en", ViewportSize = new() { Width = 1280, Height = 900 }, Permissions = ["camera"] });
        complaints = new BrowserComplaints(context, portal.Process.Address, portal.Process.Sandbox);
        console = new OperatorDriver(await context.NewPageAsync(), portal.Process.Address);
        checking = new PhotoCheckDriver(console.Page);
        await console.OpenAsync();
    }

    public async Task DisposeAsync() => await context.DisposeAsync();

    [Fact]
    public async Task A_photo_taken_with_the_camera_is_checked_by_two_vendors_and_seen_side_by_side()
    {
        await console.ClickAsync("nav-photo-checks");
        await console.ClickAsync("new-photo-check");
        await checking.FillAsync();
        await checking.TakePhotoAsync();
        await checking.ChooseVendorsAsync("Juhe", "Linkface");
        await Expect(console.Find("check-cost")).ToContainTextAsync("¥");
        var path = await checking.CheckAsync();

        Assert.DoesNotContain("%", path, StringComparison.Ordinal);
        await Expect(console.Find("check-head").GetByTestId("check-mark")).ToHaveAttributeAsync("data-outcome", "Match");
        await Expect(console.Find("check-result")).ToHaveCountAsync(2);
        await Expect(console.Find("score-bar")).ToHaveCountAsync(2);
        await Expect(console.Find("check-not-comparable")).ToBeVisibleAsync();
        await Expect(console.Find("charge-amount")).ToHaveCountAsync(1);
        await console.ShowPicturesAsync();
        Assert.True(await console.Find("image-photo").EvaluateAsync<bool>("image => image.decode().then(() => image.naturalWidth > 100)"));
        await console.ClickAsync("nav-photo-checks");
        await Expect(console.Find("photo-check-row").First).ToBeVisibleAsync();
        Assert.Empty(complaints.Said);
        Assert.Empty(complaints.Others);
    }

    [Fact]
    public async Task A_dropped_photo_is_taken_and_a_person_who_does_not_match_is_said_so()
    {
        await console.OpenAsync("photo-checks/new");
        await checking.FillAsync("测试res3");
        await checking.DropFileAsync();
        await checking.ChooseVendorsAsync("Juhe");
        await checking.CheckAsync();
        await Expect(console.Find("check-head").GetByTestId("check-mark")).ToHaveAttributeAsync("data-outcome", "IdentityMismatch");
        await Expect(console.Find("check-charged")).ToHaveAttributeAsync("data-charged", "Yes");
        Assert.Empty(complaints.Said);
    }

    [Fact]
    public async Task Where_the_camera_cannot_be_had_that_is_said_and_a_file_does()
    {
        await using var browser = await chromium.WithoutCameraAsync();
        await using var blind = await browser.NewContextAsync(new() { Locale = "en" });
        var operatorOf = new OperatorDriver(await blind.NewPageAsync(), portal.Process.Address);
        await operatorOf.OpenAsync("photo-checks/new");
        await Expect(operatorOf.Find("camera-open")).ToBeVisibleAsync();
        await operatorOf.ClickAsync("camera-open");
        await Expect(operatorOf.Find("camera-refused")).ToBeVisibleAsync();
        await new PhotoCheckDriver(operatorOf.Page).ChooseFileAsync();
    }

    [Fact]
    public async Task From_a_session_without_a_camera_a_photo_is_checked_and_nobody_is_typed_again()
    {
        var (id, _) = await portal.InviteAsync();
        await console.OpenAsync($"sessions/{id}");
        await console.ClickAsync("instead-open");
        await Expect(console.Find("instead-person")).ToBeVisibleAsync();
        Assert.Equal($"?session={id}", new Uri(console.Page.Url).Query);
        await checking.ChooseFileAsync();
        await checking.CheckAsync();
        await console.ClickAsync("check-session");
        await Expect(console.Find("instead-check")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task By_keyboard_alone_a_photo_is_taken_agreed_to_and_checked()
    {
        await console.OpenAsync("photo-checks/new");
        var keys = console.Page.Keyboard;
        foreach (var (field, text) in new[] { ("purpose-input", "Opening an account"), ("name-input", "测试乙"), ("number-input", InvitingPortal.Adult) })
        {
            await Expect(console.Find(field)).ToBeVisibleAsync();
            await console.TabToAsync(field);
            await keys.TypeAsync(text);
        }
        await console.TabToAsync("camera-open");
        await keys.PressAsync("Enter");
        await checking.SeesThroughCameraAsync();
        await Expect(console.Find("camera-take")).ToBeFocusedAsync();
        await keys.PressAsync("Enter");
        await checking.SeesPhotoAsync();
        await console.TabToAsync("photo-consent-box");
        await keys.PressAsync("Space");
        await console.TabToAsync("check-photo");
        await keys.PressAsync("Enter");
        await Expect(console.Find("check-head")).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData("light", "zh-CN", 360)]
    [InlineData("dark", "en", 1440)]
    public async Task The_form_has_no_fault_with_the_camera_open_with_a_photo_and_with_a_refusal(string theme, string language, int width)
    {
        await using var viewed = await chromium.WithCamera.NewContextAsync(PageVariant.Options(theme, language, width));
        var viewer = new OperatorDriver(await viewed.NewPageAsync(), portal.Process.Address);
        var form = new PhotoCheckDriver(viewer.Page);
        await viewer.OpenAsync("photo-checks/new");
        await viewer.ClickAsync("camera-open");
        await form.SeesThroughCameraAsync();
        List<string> faults = [.. await PageFaults.FindAsync("camera open", viewer.Page)];
        await viewer.ClickAsync("camera-take");
        await form.SeesPhotoAsync();
        await form.ChooseVendorsAsync("Juhe", "Linkface");
        await viewer.ClickAsync("check-photo");
        await Expect(viewer.Find("photo-consent-error")).ToBeVisibleAsync();
        faults.AddRange(await PageFaults.FindAsync("photo and refusal", viewer.Page));
        Assert.Empty(faults);
    }

    [Fact]
    public async Task The_camera_goes_out_with_its_page()
    {
        await console.OpenAsync("photo-checks/new");
        await Expect(console.Find("camera-open")).ToBeVisibleAsync();
        await console.ClickAsync("camera-open");
        await Expect(console.Find("camera-view")).ToBeVisibleAsync();
        await console.Page.EvaluateAsync("window.filmed = document.querySelector('[data-testid=camera-view]').srcObject.getTracks()[0]");
        await console.ClickAsync("nav-sessions");
        await Expect(console.Find("filters").Or(console.Find("sessions-empty")).First).ToBeVisibleAsync();
        Assert.Equal("ended", await console.Page.EvaluateAsync<string>("window.filmed.readyState"));
    }
}
