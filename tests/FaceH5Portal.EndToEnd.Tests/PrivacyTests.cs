using FaceH5Portal.EndToEnd.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace FaceH5Portal.EndToEnd.Tests;

[Collection(BrowserTests.Name)]
public sealed class PrivacyTests(Chromium chromium, InvitingPortal portal) : IClassFixture<InvitingPortal>
{
    [Fact]
    public async Task A_picture_is_seen_after_a_reason_with_a_mark_across_it_and_the_person_reads_who_looked_and_why()
    {
        await using var context = await chromium.WithCamera.NewContextAsync(new() { Locale = "en" });
        var person = new EndUserDriver(await context.NewPageAsync());
        var (id, link) = await portal.InviteAsync();
        await person.AgreeAsync(link);
        var (token, wayBack) = await person.AtTheVendorAsync(portal.Process.Sandbox);
        await portal.Sandbox.CompleteAsync(token);
        await person.Page.GotoAsync(wayBack);
        await person.SeesAsync("Passed");
        await Expect(person.Find("look").And(person.Page.Locator("[data-kind=Picture]"))).ToHaveCountAsync(0);

        var console = new OperatorDriver(await context.NewPageAsync(), portal.Process.Address);
        await console.OpenAsync();
        await console.ActAsAsync("Reviewer");
        await console.Page.GotoAsync($"{portal.Process.Address}sessions/{id}");
        await Expect(console.Find("image-covered").First).ToBeVisibleAsync();
        await console.Find("pictures-show-reason").SelectOptionAsync("SuspectedFraud");
        await console.ShowPicturesAsync();
        var face = console.Find("image-face");
        await Expect(face).ToBeVisibleAsync();
        Assert.True(await face.EvaluateAsync<int>("image => image.decode().then(() => image.naturalWidth)") > 100);
        Assert.True(await LightAndDarkAsync(console) > 0.02, "There is no mark across the picture.");

        await person.Page.ReloadAsync();
        var look = person.Page.Locator("[data-testid=look][data-kind=Picture]");
        await Expect(look).ToHaveAttributeAsync("data-reason", "SuspectedFraud");
        await Expect(look).ToContainTextAsync("somebody who reviews verifications");
        await Expect(look).Not.ToContainTextAsync("development");
    }

    /// <summary>Which part of the picture's dots differs sharply from the one to its right: letters have edges everywhere, a drawn face has few.</summary>
    private static Task<double> LightAndDarkAsync(OperatorDriver console) => console.Find("image-face").EvaluateAsync<double>("""
        image => {
            const canvas = document.createElement('canvas');
            [canvas.width, canvas.height] = [image.naturalWidth, image.naturalHeight];
            const drawing = canvas.getContext('2d');
            drawing.drawImage(image, 0, 0);
            const dots = drawing.getImageData(0, 0, canvas.width, canvas.height).data;
            let edges = 0;
            for (let at = 0; at + 4 < dots.length; at += 4)
                if (Math.abs(dots[at + 1] - dots[at + 5]) > 40) edges++;
            return edges / (canvas.width * canvas.height);
        }
        """);
}
