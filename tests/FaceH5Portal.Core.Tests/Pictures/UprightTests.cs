using System.Text;
using FaceH5Portal.Core.Evidence;
using FaceH5Portal.TestKit;
using SkiaSharp;

namespace FaceH5Portal.Core.Tests.Pictures;

public sealed class UprightTests
{
    // Which corner of the stored pixels is seen at the top left, of: red | green over blue | white.
    [Theory]
    [InlineData(2, "green red white blue")]
    [InlineData(3, "white blue green red")]
    [InlineData(4, "blue white red green")]
    [InlineData(5, "red blue green white")]
    [InlineData(6, "blue red white green")]
    [InlineData(7, "white green blue red")]
    [InlineData(8, "green white red blue")]
    public void A_photo_is_turned_the_way_its_note_says(int orientation, string corners)
    {
        var photo = PictureFiles.WithSegment(Quarters(SKEncodedImageFormat.Jpeg), 0xE1, PictureFiles.ExifSegment(orientation));
        var upright = PictureCleaning.Redraw(photo).Value;
        Assert.Equal(orientation >= 5 ? new SKSizeI(32, 64) : new SKSizeI(64, 32), PictureFiles.SizeOf(upright.Bytes));
        Assert.Equal(corners, Corners(upright.Bytes));
        Assert.False(PictureFiles.Tells(upright.Bytes));
        Assert.Equal("image/jpeg", upright.MediaType);
    }

    [Theory]
    [InlineData(SKEncodedImageFormat.Jpeg, "image/jpeg")]
    [InlineData(SKEncodedImageFormat.Png, "image/png")]
    [InlineData(SKEncodedImageFormat.Webp, "image/jpeg")]
    public void A_photo_that_is_drawn_anew_is_what_it_says_it_is(SKEncodedImageFormat format, string mediaType)
    {
        var drawn = PictureCleaning.Redraw(Quarters(format)).Value;
        Assert.Equal((mediaType, mediaType), (drawn.MediaType, PictureCleaning.Strip(drawn.Bytes).Value.MediaType));
    }

    [Theory]
    [InlineData(SKEncodedImageFormat.Jpeg)]
    [InlineData(SKEncodedImageFormat.Png)]
    public void A_photo_is_drawn_anew_so_that_nothing_of_its_file_is_left(SKEncodedImageFormat format)
    {
        var photo = Quarters(format);
        var drawn = PictureCleaning.Redraw([.. photo, .. PictureFiles.Text("")]).Value;
        Assert.Equal("red green blue white", Corners(drawn.Bytes));
        Assert.False(PictureFiles.Tells(drawn.Bytes));
        Assert.NotEqual(PictureCleaning.Strip(photo).Value.Bytes, drawn.Bytes);
    }

    [Fact]
    public void Evidence_is_never_turned()
    {
        var plain = Quarters(SKEncodedImageFormat.Jpeg);
        var photo = PictureFiles.WithSegment(plain, 0xE1, PictureFiles.ExifSegment(6));
        Assert.Equal(PictureFiles.Pixels(plain), PictureFiles.Pixels(PictureCleaning.Strip(photo).Value.Bytes));
    }

    [Theory]
    [InlineData("MM\0*\0\0\0\u0008\0\u0001\u0001\u0012\0\u0003\0\0\0\u0001\0\u0006\0\0")]
    [InlineData("II*\0\u0008\0\0\0\u0001\0\u0012\u0001\u0003\0\u0001\0\0\0\u0006\0\0\0")]
    public void A_png_may_lie_on_its_side_too(string exif)
    {
        var photo = PictureFiles.WithChunk(Quarters(SKEncodedImageFormat.Png), "eXIf", Encoding.Latin1.GetBytes(exif));
        var upright = PictureCleaning.Redraw(photo).Value;
        Assert.Equal(("image/png", "blue red white green"), (upright.MediaType, Corners(upright.Bytes)));
    }

    [Theory]
    [InlineData("MM\0*\u00FF\u00FF\u00FF\u00FF")]
    [InlineData("MM\0*\u0000\u0000\u0000\u0008")]
    [InlineData("MM\0*\u0000\u0000\u0000\u0008\u00FF\u00FF\u0001\u0012")]
    [InlineData("MM")]
    [InlineData("")]
    public void A_note_that_is_broken_turns_nothing(string exif)
    {
        var tiff = Encoding.Latin1.GetBytes(exif);
        var jpeg = PictureFiles.WithSegment(Photos.Of(64, 32), 0xE1, [.. "Exif\0\0"u8, .. tiff]);
        var png = PictureFiles.WithChunk(Photos.Of(64, 32, SKEncodedImageFormat.Png), "eXIf", tiff);
        Assert.All([jpeg, png], photo => Assert.Equal(new SKSizeI(64, 32), PictureFiles.SizeOf(PictureCleaning.Redraw(photo).Value.Bytes)));
    }

    [Fact]
    public void A_damaged_photo_is_refused_before_it_is_turned()
    {
        var photo = PictureFiles.WithSegment(Photos.Of(64, 32), 0xE1, PictureFiles.ExifSegment(6));
        Assert.Equal("photo-malformed", PictureCleaning.Redraw(photo[..^10]).Errors[0].Code);
    }

    private static byte[] Quarters(SKEncodedImageFormat format)
    {
        using var bitmap = new SKBitmap(64, 32);
        using (var canvas = new SKCanvas(bitmap))
        {
            canvas.Clear(SKColors.White);
            foreach (var (x, y, colour) in new[] { (0, 0, SKColors.Red), (32, 0, SKColors.Lime), (0, 16, SKColors.Blue) })
            {
                using var paint = new SKPaint { Color = colour };
                canvas.DrawRect(x, y, 32, 16, paint);
            }
        }
        using var data = bitmap.Encode(format, 100);
        return data.ToArray();
    }

    private static string Corners(byte[] file)
    {
        using var bitmap = SKBitmap.Decode(file);
        var (right, bottom) = (bitmap.Width - 4, bitmap.Height - 4);
        return string.Join(' ', new[] { (4, 4), (right, 4), (4, bottom), (right, bottom) }.Select(at => Name(bitmap.GetPixel(at.Item1, at.Item2))));
    }

    private static string Name(SKColor pixel) => (pixel.Red > 128, pixel.Green > 128, pixel.Blue > 128) switch
    {
        (true, true, true) => "white",
        (true, false, false) => "red",
        (false, true, false) => "green",
        (false, false, true) => "blue",
        _ => pixel.ToString(),
    };
}
