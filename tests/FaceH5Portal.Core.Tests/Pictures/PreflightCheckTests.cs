using FaceH5Portal.Core.Evidence.Preflight;
using FaceH5Portal.TestKit;
using FaceH5Portal.Vendors.Baidu;
using FaceH5Portal.Vendors.Juhe;
using SkiaSharp;

namespace FaceH5Portal.Core.Tests.Pictures;

/// <summary>A photo that is taken as it is, or not at all.</summary>
public sealed class PreflightCheckTests
{
    [Theory]
    [InlineData(640, 480, null)]
    [InlineData(1919, 1079, null)]
    [InlineData(1079, 1919, null)]
    [InlineData(1920, 1080, "photo-too-large")]
    [InlineData(1921, 100, "photo-too-large")]
    [InlineData(1200, 1200, "photo-too-large")]
    public void A_match_photo_is_smaller_than_1920_by_1080_either_way_up(int width, int height, string? expected) =>
        Assert.Equal(expected, FaultOf(Photos.Of(width, height)));

    [Fact]
    public void A_file_has_at_most_ten_megabytes_in_base64() => Assert.Equal("photo-too-big", FaultOf(new byte[BaiduLimits.MatchPhoto.MaxBytes + 1]));

    [Fact]
    public void What_is_not_a_picture_is_refused()
    {
        Assert.Equal("photo-not-an-image", FaultOf("%PDF-1.7 not a picture"u8.ToArray()));
        Assert.Equal("photo-not-an-image", FaultOf("<svg xmlns='http://www.w3.org/2000/svg'></svg>"u8.ToArray()));
        Assert.Equal("photo-not-an-image", FaultOf([]));
        Assert.Equal("photo-not-an-image", FaultOf(Photos.Of(64, 64, SKEncodedImageFormat.Webp)));
    }

    [Fact]
    public void A_picture_that_moves_is_refused() => Assert.Equal("photo-moves", FaultOf(DrawnFiles.Gif(frames: 2)));

    [Fact]
    public void The_figures_are_read_from_the_bytes()
    {
        var photo = Photos.Of(64, 48, SKEncodedImageFormat.Png);
        Assert.Equal(new PhotoFigures("image/png", 64, 48, photo.Length), PhotoPreflight.Check(photo, BaiduLimits.MatchPhoto).Value);
    }

    [Fact]
    public void A_photo_too_small_for_a_face_is_refused_with_its_size()
    {
        var error = Assert.Single(PhotoPreflight.Check(Photos.Of(200, 127), JuheLimits.Photo).Errors);
        Assert.Equal(("photo-too-small", 200, 127, 128), (error.Code, error.Args[0], error.Args[1], error.Args[2]));
    }

    private static string? FaultOf(byte[] photo) => PhotoPreflight.Check(photo, BaiduLimits.MatchPhoto).Errors.SingleOrDefault()?.Code;
}
