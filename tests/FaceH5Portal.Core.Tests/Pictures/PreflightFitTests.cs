using FaceH5Portal.Core.Evidence;
using FaceH5Portal.Core.Evidence.Preflight;
using FaceH5Portal.TestKit;
using FaceH5Portal.Vendors.Baidu;
using FaceH5Portal.Vendors.Juhe;
using FaceH5Portal.Vendors.Linkface;
using FaceH5Portal.Vendors.Photos;
using FaceH5Portal.Vendors.Tencent;
using SkiaSharp;

namespace FaceH5Portal.Core.Tests.Pictures;

/// <summary>A photo made to fit the vendor it is for.</summary>
public sealed class PreflightFitTests
{
    public static TheoryData<string> Vendors => ["baidu", "juhe", "tencent", "tencentV2", "linkface"];

    [Theory]
    [MemberData(nameof(Vendors))]
    public void Whatever_a_phone_takes_is_made_to_fit(string vendor)
    {
        var limits = LimitsOf(vendor);
        var noisy = DrawnFiles.Noise(3000, 2000);
        var fitted = PhotoPreflight.Fit(noisy, limits).Value;
        Assert.True(PhotoPreflight.Check(fitted.Bytes, limits).Ok);
        Assert.Equal(new PhotoFigures("image/jpeg", 3000, 2000, noisy.Length), fitted.Before);
        Assert.Equal(PhotoPreflight.Check(fitted.Bytes, limits).Value, fitted.After);
        Assert.Equal(1.5, (double)fitted.After.Width / fitted.After.Height, 0.02);
    }

    [Fact]
    public void For_Juhe_the_longest_side_has_800_pixels_and_base64_at_most_100_KB()
    {
        var fitted = PhotoPreflight.Fit(DrawnFiles.Noise(1600, 1200), JuheLimits.Photo).Value;
        Assert.True(Convert.ToBase64String(fitted.Bytes).Length <= 100 * 1024);
        Assert.InRange(fitted.After.Width, 128, 800);
        Assert.Equal(800, PhotoPreflight.Fit(Photos.Of(1600, 1200), JuheLimits.Photo).Value.After.Width);
    }

    [Theory]
    [InlineData(SKEncodedImageFormat.Jpeg, 1600, 1200, 800, 600)]
    [InlineData(SKEncodedImageFormat.Jpeg, 4032, 3024, 800, 600)]
    [InlineData(SKEncodedImageFormat.Jpeg, 3001, 1999, 800, 533)]
    [InlineData(SKEncodedImageFormat.Jpeg, 810, 1200, 540, 800)]
    [InlineData(SKEncodedImageFormat.Png, 1600, 1200, 800, 600)]
    [InlineData(SKEncodedImageFormat.Webp, 1600, 1200, 800, 600)]
    public void However_a_photo_is_read_it_ends_at_the_size_the_vendor_compares_best_at(
        SKEncodedImageFormat format, int width, int height, int fittedWidth, int fittedHeight)
    {
        var fitted = PhotoPreflight.Fit(Photos.Of(width, height, format), JuheLimits.Photo).Value;
        Assert.Equal((width, height), (fitted.Before.Width, fitted.Before.Height));
        Assert.Equal((fittedWidth, fittedHeight), (fitted.After.Width, fitted.After.Height));
        Assert.Equal((fittedWidth, fittedHeight), (PictureFiles.SizeOf(fitted.Bytes).Width, PictureFiles.SizeOf(fitted.Bytes).Height));
    }

    [Fact]
    public void A_large_photo_that_lies_on_its_side_is_shrunk_and_turned()
    {
        var photo = PictureFiles.WithSegment(Photos.Of(1600, 1200), 0xE1, PictureFiles.ExifSegment(6));
        var fitted = PhotoPreflight.Fit(photo, JuheLimits.Photo).Value;
        Assert.Equal((true, 600, 800), (fitted.IsTurned, fitted.After.Width, fitted.After.Height));
    }

    [Fact]
    public void A_photo_that_fits_keeps_its_pixels_and_loses_its_notes()
    {
        var plain = Photos.Of(640, 480);
        var told = PictureFiles.WithSegment(plain, 0xE1, PictureFiles.ExifSegment(1));
        var fitted = PhotoPreflight.Fit(told, JuheLimits.Photo).Value;
        Assert.False(fitted.IsRedrawn || fitted.IsTurned);
        Assert.Equal(PictureCleaning.Strip(plain).Value.Bytes, fitted.Bytes);
        Assert.Equal((told.Length, fitted.Bytes.Length), (fitted.Before.Bytes, fitted.After.Bytes));
        Assert.False(PictureFiles.Tells(fitted.Bytes));
    }

    [Fact]
    public void A_photo_that_lies_on_its_side_is_turned_though_it_would_fit()
    {
        var photo = PictureFiles.WithSegment(Photos.Of(640, 480), 0xE1, PictureFiles.ExifSegment(6));
        var fitted = PhotoPreflight.Fit(photo, JuheLimits.Photo).Value;
        Assert.Equal((true, true, 480, 640), (fitted.IsRedrawn, fitted.IsTurned, fitted.After.Width, fitted.After.Height));
        Assert.False(PictureFiles.Tells(fitted.Bytes));
    }

    [Fact]
    public void A_small_photo_is_never_enlarged() => Assert.Equal(200, PhotoPreflight.Fit(Photos.Of(200, 200), JuheLimits.Photo).Value.After.Width);

    [Fact]
    public void A_format_that_the_vendor_does_not_take_becomes_a_jpeg()
    {
        Assert.Equal("image/jpeg", PhotoPreflight.Fit(Photos.Of(300, 300, SKEncodedImageFormat.Webp), BaiduLimits.MatchPhoto).Value.After.MediaType);
        Assert.Equal("image/jpeg", PhotoPreflight.Fit(DrawnFiles.Bmp(300, 300), TencentLimits.Photo).Value.After.MediaType);
        Assert.Equal("image/png", PhotoPreflight.Fit(Photos.Of(300, 300, SKEncodedImageFormat.Png), TencentLimits.Photo).Value.After.MediaType);
    }

    [Fact]
    public void What_cannot_be_made_to_fit_is_refused_in_words()
    {
        Assert.Equal("photo-not-an-image", FaultOf([]));
        Assert.Equal("photo-not-an-image", FaultOf("not a picture"u8.ToArray()));
        Assert.Equal("photo-moves", FaultOf(DrawnFiles.Gif(frames: 2)));
        Assert.Equal("photo-too-small", FaultOf(Photos.Of(100, 100)));
        Assert.Equal("photo-malformed", FaultOf(Photos.Of(300, 300)[..^20]));
        Assert.Equal("photo-too-large", FaultOf(DrawnFiles.Claims(20_000, 20_000)));
    }

    [Theory]
    [InlineData("jpeg")]
    [InlineData("png")]
    [InlineData("webp")]
    public void A_bomb_of_notes_is_refused_and_the_notes_of_a_phone_are_dropped(string format)
    {
        Assert.Equal("photo-notes", FaultOf(Noted(format, blocks: 18)));
        Assert.Equal("photo-notes", PhotoPreflight.Check(Noted(format, blocks: 18), BaiduLimits.MatchPhoto).Errors[0].Code);
        Assert.InRange(PhotoPreflight.Fit(Noted(format, blocks: 17), JuheLimits.Photo).Value.After.Bytes, 1, 100_000);
    }

    [Fact]
    public void What_a_phone_hangs_on_behind_its_photo_is_no_bomb() =>
        Assert.InRange(PhotoPreflight.Fit([.. Photos.Of(300, 300), .. new byte[3_000_000]], JuheLimits.Photo).Value.After.Bytes, 1, 100_000);

    /// <summary>Each block is 60,000 bytes; the limit lies between 17 and 18.</summary>
    private static byte[] Noted(string format, int blocks)
    {
        var block = new byte[60_000];
        return format switch
        {
            "jpeg" => Enumerable.Range(0, blocks).Aggregate(Photos.Of(300, 300), (photo, _) => PictureFiles.WithSegment(photo, 0xE1, [.. "Exif\0\0"u8, .. block])),
            "png" => Enumerable.Range(0, blocks).Aggregate(Photos.Of(300, 300, SKEncodedImageFormat.Png), (photo, _) => PictureFiles.WithChunk(photo, "eXIf", block)),
            _ => PictureFiles.Riff([PictureFiles.RiffChunk("VP8X", [0x08, 0, 0, 0, 43, 1, 0, 43, 1, 0]), Photos.Of(300, 300, SKEncodedImageFormat.Webp)[12..],
                .. Enumerable.Range(0, blocks).Select(_ => PictureFiles.RiffChunk("EXIF", block))]),
        };
    }

    private static string? FaultOf(byte[] photo) => PhotoPreflight.Fit(photo, JuheLimits.Photo).Errors.SingleOrDefault()?.Code;

    private static PhotoLimits LimitsOf(string vendor) => vendor switch
    {
        "baidu" => BaiduLimits.MatchPhoto,
        "juhe" => JuheLimits.Photo,
        "tencent" => TencentLimits.RetiredPhoto,
        "tencentV2" => TencentLimits.Photo,
        _ => LinkfaceLimits.Photo,
    };
}
