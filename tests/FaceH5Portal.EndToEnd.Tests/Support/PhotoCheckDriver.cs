using FaceH5Portal.TestKit;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FaceH5Portal.EndToEnd.Tests.Support;

/// <summary>An operator who checks a photo.</summary>
internal sealed class PhotoCheckDriver(IPage page)
{
    private ILocator Find(string testId) => page.GetByTestId(testId);

    public async Task FillAsync(string name = "测试甲")
    {
        await Expect(Find("photo-check-form")).ToBeVisibleAsync();
        await Find("purpose-input").FillAsync("Opening an account");
        if (await Find("name-input").CountAsync() == 0)
            return;
        await Find("name-input").FillAsync(name);
        await Find("number-input").FillAsync(InvitingPortal.Adult);
    }

    public async Task ChooseFileAsync(int width = 640, int height = 480)
    {
        await Find("photo-input").SetInputFilesAsync(new FilePayload { Name = "face.jpg", MimeType = "image/jpeg", Buffer = Photos.Of(width, height) });
        await SeesPhotoAsync();
    }

    /// <summary>As somebody does who drags it out of a folder.</summary>
    public async Task DropFileAsync()
    {
        await page.Locator("photo-source").EvaluateAsync(
            """
            (place, photo) => {
              const bytes = Uint8Array.from(atob(photo), letter => letter.charCodeAt(0));
              const dataTransfer = new DataTransfer();
              dataTransfer.items.add(new File([bytes], "dropped.jpg", { type: "image/jpeg" }));
              for (const kind of ["dragover", "drop"])
                place.dispatchEvent(new DragEvent(kind, { dataTransfer, bubbles: true, cancelable: true }));
            }
            """, Convert.ToBase64String(Photos.Of(640, 480)));
        await SeesPhotoAsync();
    }

    public async Task TakePhotoAsync()
    {
        await Find("camera-open").ClickAsync();
        await SeesThroughCameraAsync();
        await Find("camera-take").ClickAsync();
        await Expect(Find("camera-view")).ToBeHiddenAsync();
        await SeesPhotoAsync();
    }

    public async Task SeesThroughCameraAsync()
    {
        await Expect(Find("camera-view")).ToBeVisibleAsync();
        Assert.True(await Find("camera-view").EvaluateAsync<bool>(
            "video => video.videoWidth > 0 || new Promise(done => video.addEventListener('loadedmetadata', () => done(true), { once: true }))"));
    }

    public async Task ChooseVendorsAsync(params string[] vendors)
    {
        await Find("vendor-own").CheckAsync();
        foreach (var vendor in vendors)
            await page.Locator($"[data-vendor={vendor}]").GetByTestId("vendor-tick").CheckAsync();
    }

    /// <summary>The person says yes, and the vendors are asked; answers the path of the check.</summary>
    public async Task<string> CheckAsync()
    {
        await Find("photo-consent-box").CheckAsync();
        await Find("check-photo").ClickAsync();
        await Expect(Find("check-head")).ToBeVisibleAsync();
        return new Uri(page.Url).AbsolutePath;
    }

    public async Task SeesPhotoAsync()
    {
        foreach (var side in new[] { "photo-before", "photo-after" })
        {
            await Expect(Find(side)).ToBeVisibleAsync();
            Assert.True(await Find(side).EvaluateAsync<bool>("image => image.decode().then(() => image.naturalWidth > 1)"), side);
        }
        await Expect(Find("photo-handed-in")).ToBeVisibleAsync();
    }
}
