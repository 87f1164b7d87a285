using System.Buffers.Binary;
using FaceH5Portal.Core.Evidence;
using FaceH5Portal.TestKit;
using SkiaSharp;

namespace FaceH5Portal.Core.Tests.Pictures;

public sealed class WebpAndBmpTests
{
    private static readonly byte[] Webp = Photos.Of(48, 32, SKEncodedImageFormat.Webp);

    private static readonly byte[] Bmp = DrawnFiles.Bmp(4, 3);

    // Behind the file's own header stands the one chunk of pixels.
    private static byte[] Picture => Webp[12..];

    [Fact]
    public void Notes_in_a_webp_go_and_its_header_no_longer_announces_them()
    {
        byte[] header = [0x08 | 0x04 | 0x20, 0, 0, 0, 47, 0, 0, 31, 0, 0];
        byte[] profile = PictureFiles.RiffChunk("ICCP", [1, 2, 3]);
        var told = PictureFiles.Riff(PictureFiles.RiffChunk("VP8X", header), profile, Picture,
            PictureFiles.RiffChunk("EXIF", PictureFiles.Exif(6)), PictureFiles.RiffChunk("XMP ", PictureFiles.Text("")), PictureFiles.RiffChunk("mine", PictureFiles.Text("")));
        header[0] = 0x20;
        Assert.Equal(PictureFiles.Riff(PictureFiles.RiffChunk("VP8X", header), profile, Picture), Strip(told));
    }

    [Fact]
    public void What_hangs_on_behind_a_webp_is_cut()
    {
        Assert.Equal(Webp, Strip([.. Webp, .. PictureFiles.Text("PK\u0003\u0004")]));
        Assert.Equal(PictureFiles.Pixels(Webp), PictureFiles.Pixels(Strip(Webp)));
    }

    [Fact]
    public void A_webp_cut_short_anywhere_is_refused()
    {
        for (var length = 0; length < Webp.Length; length++)
            Assert.False(PictureCleaning.Strip(Webp[..length]).Ok, $"{length} of {Webp.Length}");
    }

    [Fact]
    public void A_webp_that_moves_is_no_evidence() =>
        Assert.False(PictureCleaning.Strip(PictureFiles.Riff(PictureFiles.RiffChunk("ANIM", new byte[6]), PictureFiles.RiffChunk("ANMF", Picture))).Ok);

    [Fact]
    public void A_bmp_becomes_a_png_of_the_same_pixels_and_loses_what_hid_in_it()
    {
        var clean = PictureCleaning.Strip([.. Bmp, .. PictureFiles.Text("")]).Value;
        Assert.Equal("image/png", clean.MediaType);
        Assert.Equal(PictureFiles.Pixels(Bmp), PictureFiles.Pixels(clean.Bytes));
        Assert.False(PictureFiles.Tells(clean.Bytes));
    }

    [Fact]
    public void A_bmp_cut_short_is_refused() => Assert.Equal("photo-malformed", PictureCleaning.Strip(Bmp[..^40]).Errors[0].Code);

    [Fact]
    public void A_bmp_that_claims_more_pixels_than_a_memory_holds_is_refused()
    {
        var flood = (byte[])Bmp.Clone();
        BinaryPrimitives.WriteInt32LittleEndian(flood.AsSpan(18), 30_000);
        BinaryPrimitives.WriteInt32LittleEndian(flood.AsSpan(22), 30_000);
        Assert.False(PictureCleaning.Strip(flood).Ok);
    }

    [Fact]
    public void Anything_else_is_no_picture()
    {
        Assert.Equal("photo-not-an-image", PictureCleaning.Strip("GIF89a"u8.ToArray()).Errors[0].Code);
        Assert.Equal("photo-not-an-image", PictureCleaning.Strip([]).Errors[0].Code);
    }

    private static byte[] Strip(byte[] file) => PictureCleaning.Strip(file).Value.Bytes;
}
