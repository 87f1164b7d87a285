using FaceH5Portal.Sandbox.Tests.Support;

namespace FaceH5Portal.Sandbox.Tests;

public class UploadTests
{
    public static TheoryData<byte[], int> Images => new()
    {
        { TestImages.Jpeg(640, 480), 0 },
        { TestImages.Png(1919, 1079), 0 },
        { TestImages.Bmp(640, -480), 0 },
        { TestImages.Png(800, 1200), 0 },
        { TestImages.Jpeg(1920, 1079), 222304 },
        { TestImages.Png(1919, 1080), 222304 },
        { TestImages.Bmp(4000, 3000), 222304 },
        { "GIF89a, which is not among the formats"u8.ToArray(), 216201 },
        { TestImages.Png(0, 480), 216201 },
        { TestImages.Jpeg(640, 480)[..10], 216201 },
        { [], 216200 },
    };

    [Theory]
    [MemberData(nameof(Images))]
    public async Task An_image_is_judged_by_its_header(byte[] image, int code)
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        Assert.Equal(code, (await sandbox.UploadAsync(await sandbox.MintAsync("1004"), image)).Code());
    }

    [Fact]
    public async Task An_image_over_10_MB_of_base64_is_too_large()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var image = new byte[(10 * 1024 * 1024 / 4 * 3) + 3];
        TestImages.Png(640, 480).CopyTo(image, 0);
        var token = await sandbox.MintAsync("1004");
        Assert.Equal(216202, (await sandbox.UploadAsync(token, image)).Code());
        Assert.Equal(0, (await sandbox.UploadAsync(token, image[..^3])).Code());
    }

    [Fact]
    public async Task Something_that_is_not_base64_is_no_image()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var token = await sandbox.MintAsync("1004");
        var answer = await sandbox.CallAsync("uploadMatchImage", new { verify_token = token, image = "data:image/png;base64,AAAA" });
        Assert.Equal(216201, answer.Code());
    }

    [Theory]
    [InlineData("NORMAL", "HIGH", 0)]
    [InlineData("STRICT", "LOW", 222019)]
    [InlineData("LOW", "low", 222020)]
    public async Task Control_values_are_the_four_words(string quality, string liveness, int code)
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var answer = await sandbox.CallAsync("uploadMatchImage", new
        {
            verify_token = await sandbox.MintAsync("1004"),
            image = Convert.ToBase64String(TestImages.Jpeg(640, 480)),
            quality_control = quality,
            liveness_control = liveness,
        });
        Assert.Equal(code, answer.Code());
    }

    [Fact]
    public async Task Without_the_image_there_is_nothing_to_compare()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var token = await sandbox.MintAsync("1004");
        var view = await sandbox.PageAsync("accept", token);
        Assert.Equal("failed", view.GetProperty("step").GetString());
        Assert.Contains("283520", view.GetProperty("message").GetString());
    }
}
