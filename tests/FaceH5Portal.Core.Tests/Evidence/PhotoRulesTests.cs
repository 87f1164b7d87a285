using FaceH5Portal.Core.Evidence;
using FaceH5Portal.TestKit;
using SkiaSharp;

namespace FaceH5Portal.Core.Tests.Evidence;

public sealed class PhotoRulesTests
{
    [Theory]
    [InlineData(640, 480, null)]
    [InlineData(1919, 1079, null)]
    [InlineData(1079, 1919, null)]
    [InlineData(1920, 1080, "photo-too-large")]
    [InlineData(1921, 100, "photo-too-large")]
    [InlineData(1200, 1200, "photo-too-large")]
    public void A_photo_is_smaller_than_1920_by_1080_either_way_up(int width, int height, string? expected) =>
        Assert.Equal(expected, PhotoRules.Check(Photos.Of(width, height)).Errors.SingleOrDefault()?.Code);

    [Fact]
    public void A_photo_has_at_most_ten_megabytes_in_base64() =>
        Assert.Equal("photo-too-big", PhotoRules.Check(new byte[PhotoRules.MostBytes + 1]).Errors[0].Code);

    [Fact]
    public void What_is_not_a_picture_is_refused()
    {
        Assert.Equal("photo-not-an-image", PhotoRules.Check("%PDF-1.7 not a picture"u8.ToArray()).Errors[0].Code);
        Assert.Equal("photo-not-an-image", PhotoRules.Check([]).Errors[0].Code);
        Assert.Equal("photo-not-an-image", PhotoRules.Check(Photos.Of(64, 64, SKEncodedImageFormat.Webp)).Errors[0].Code);
    }

    [Fact]
    public void The_media_type_is_read_from_the_bytes() =>
        Assert.Equal("image/png", PhotoRules.Check(Photos.Of(64, 64, SKEncodedImageFormat.Png)).Value);
}
