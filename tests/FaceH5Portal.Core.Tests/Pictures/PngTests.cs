using FaceH5Portal.Core.Evidence;
using FaceH5Portal.TestKit;
using SkiaSharp;

namespace FaceH5Portal.Core.Tests.Pictures;

public sealed class PngTests
{
    private static readonly byte[] Plain = Photos.Of(48, 32, SKEncodedImageFormat.Png);

    [Theory]
    [InlineData("tEXt", "Comment\0")]
    [InlineData("zTXt", "Comment\0\0")]
    [InlineData("iTXt", "XML:com.adobe.xmp\0\0\0\0\0")]
    [InlineData("eXIf", "MM\0*")]
    [InlineData("tIME", "")]
    [InlineData("caBX", "")]
    [InlineData("prVt", "")]
    public void What_is_no_picture_goes_and_the_pixels_stay(string type, string title)
    {
        var told = PictureFiles.WithChunk(Plain, type, PictureFiles.Text(title));
        Assert.True(PictureFiles.Tells(told));
        var clean = Strip(told);
        Assert.Equal(Strip(Plain), clean);
        Assert.Equal(PictureFiles.Pixels(Plain), PictureFiles.Pixels(clean));
    }

    [Fact]
    public void What_the_pixels_and_colours_need_stays()
    {
        var plain = PictureFiles.WithChunk(Strip(Plain), "gAMA", [0, 0, 0xB1, 0x8F]);
        Assert.Equal(plain, Strip(plain));
    }

    [Fact]
    public void What_hangs_on_behind_the_end_is_cut() => Assert.Equal(Strip(Plain), Strip([.. Plain, .. PictureFiles.Text("PK\u0003\u0004")]));

    [Fact]
    public void Frames_that_would_move_go_and_the_first_picture_stays()
    {
        var moving = PictureFiles.WithChunk(Plain, "acTL", new byte[8]);
        byte[] frame = PictureFiles.Chunk("fdAT", PictureFiles.Text(""));
        Assert.Equal(Strip(Plain), Strip([.. moving[..^12], .. frame, .. moving[^12..]]));
    }

    [Fact]
    public void A_picture_cut_short_anywhere_is_refused()
    {
        for (var length = 0; length < Plain.Length; length++)
            Assert.False(PictureCleaning.Strip(Plain[..length]).Ok, $"{length} of {Plain.Length}");
    }

    [Fact]
    public void A_damaged_chunk_is_refused()
    {
        var damaged = (byte[])Plain.Clone();
        damaged[damaged.Length / 2] ^= 1;
        Assert.Equal("photo-malformed", PictureCleaning.Strip(damaged).Errors[0].Code);
    }

    [Fact]
    public void A_chunk_that_must_be_known_and_is_not_is_refused() =>
        Assert.False(PictureCleaning.Strip(PictureFiles.WithChunk(Plain, "NEWx", [])).Ok);

    [Fact]
    public void The_header_stands_first_and_once()
    {
        Assert.False(PictureCleaning.Strip([.. Plain[..8], .. PictureFiles.Chunk("tEXt", []), .. Plain[8..]]).Ok);
        Assert.False(PictureCleaning.Strip(PictureFiles.WithChunk(Plain, "IHDR", new byte[13])).Ok);
    }

    [Fact]
    public void Without_pixels_it_is_no_picture() =>
        Assert.False(PictureCleaning.Strip([.. Plain[..33], .. PictureFiles.Chunk("IEND", [])]).Ok);

    [Fact]
    public void The_end_holds_nothing() =>
        Assert.False(PictureCleaning.Strip([.. Plain[..^12], .. PictureFiles.Chunk("IEND", PictureFiles.Text(""))]).Ok);

    [Fact]
    public void A_length_beyond_what_there_is_is_refused() =>
        Assert.False(PictureCleaning.Strip([.. Plain[..33], 0xFF, 0xFF, 0xFF, 0xF0, .. "IDAT"u8, .. Plain[33..]]).Ok);

    private static byte[] Strip(byte[] file) => PictureCleaning.Strip(file).Value.Bytes;
}
