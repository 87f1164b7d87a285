using FaceH5Portal.Core.Evidence;
using FaceH5Portal.TestKit;

namespace FaceH5Portal.Core.Tests.Pictures;

public sealed class JpegTests
{
    private static readonly byte[] Plain = Photos.Of(96, 64);

    [Theory]
    [InlineData(0xE1, "Exif\0\0")]
    [InlineData(0xE1, "http://ns.adobe.com/xap/1.0/\0")]
    [InlineData(0xE1, "http://ns.adobe.com/xmp/extension/\0")]
    [InlineData(0xED, "Photoshop 3.0\0")]
    [InlineData(0xFE, "")]
    [InlineData(0xE0, "JFXX\0")]
    [InlineData(0xE2, "MPF\0")]
    [InlineData(0xE2, "FPXR\0")]
    [InlineData(0xEB, "JP")]
    [InlineData(0xEE, "Other")]
    [InlineData(0xE7, "SAMSUNG")]
    [InlineData(0xF7, "")]
    public void What_is_no_picture_goes_and_the_pixels_stay(byte marker, string title)
    {
        var told = PictureFiles.WithSegment(Plain, marker, PictureFiles.Text(title));
        Assert.True(PictureFiles.Tells(told));
        var clean = Strip(told);
        Assert.Equal(Strip(Plain), clean);
        Assert.Equal(PictureFiles.Pixels(Plain), PictureFiles.Pixels(clean));
    }

    [Fact]
    public void A_picture_with_nothing_to_take_out_is_stored_to_the_byte() => Assert.Equal(Strip(Plain), Strip(Strip(Plain)));

    [Fact]
    public void A_thumbnail_that_tells_the_place_goes_whole()
    {
        var thumbnail = PictureFiles.WithSegment(Photos.Of(32, 32), 0xE1, PictureFiles.ExifSegment(1));
        var told = PictureFiles.WithSegment(Plain, 0xE1, PictureFiles.ExifSegment(1, thumbnail));
        Assert.Equal(Strip(Plain), Strip(told));
    }

    [Fact]
    public void A_thumbnail_in_the_header_goes_and_the_header_says_so()
    {
        byte[] pixels = [.. PictureFiles.Text(""), 0, 0, 0, 0];
        byte[] header = [.. "JFIF\0"u8, 1, 2, 1, 0, 72, 0, 72, (byte)(pixels.Length / 3), 1, .. pixels];
        byte[] plain = [.. Plain[..2], .. WithoutHeader()];
        var clean = Strip(PictureFiles.WithSegment(plain, 0xE0, header));
        Assert.False(PictureFiles.Tells(clean));
        Assert.Equal([0xFF, 0xE0, 0, 16, .. "JFIF\0"u8, 1, 2, 1, 0, 72, 0, 72, 0, 0], clean[2..20]);
        Assert.Equal(PictureFiles.Pixels(Plain), PictureFiles.Pixels(clean));
    }

    [Fact]
    public void What_the_colours_need_stays()
    {
        byte[] profile = [.. "ICC_PROFILE\0"u8, 1, 1, .. new byte[16]];
        byte[] adobe = [.. "Adobe"u8, 0, 100, 0, 0, 0, 0, 1];
        var clean = Strip(PictureFiles.WithSegment(PictureFiles.WithSegment(Plain, 0xE2, profile), 0xEE, [.. adobe, .. PictureFiles.Text("")]));
        Assert.True(clean.AsSpan().IndexOf(profile) > 0);
        Assert.True(clean.AsSpan().IndexOf(adobe) > 0);
        Assert.False(PictureFiles.Tells(clean));
    }

    [Theory]
    [InlineData("PK\u0003\u0004 an archive ")]
    [InlineData("%PDF-1.7 a document ")]
    [InlineData("<script>a page</script>")]
    public void What_hangs_on_behind_the_end_is_cut(string other) =>
        Assert.Equal(Strip(Plain), Strip([.. Plain, .. PictureFiles.Text(other)]));

    [Fact]
    public void A_second_picture_behind_the_first_is_cut() => Assert.Equal(Strip(Plain), Strip([.. Plain, .. Photos.Of(64, 64)]));

    [Fact]
    public void A_picture_cut_short_anywhere_is_refused()
    {
        for (var length = 0; length < Plain.Length; length++)
            Assert.False(PictureCleaning.Strip(Plain[..length]).Ok, $"{length} of {Plain.Length}");
    }

    [Fact]
    public void Coded_data_that_ends_on_the_end_markers_own_byte_is_still_cut_short() =>
        Assert.False(PictureCleaning.Strip([.. Plain[..^2], 0xD9]).Ok);

    [Theory]
    [InlineData(0xD8)]
    [InlineData(0xD3)]
    [InlineData(0x01)]
    [InlineData(0x00)]
    public void A_marker_out_of_place_is_refused(byte marker) =>
        Assert.Equal("photo-malformed", PictureCleaning.Strip([.. Plain[..2], 0xFF, marker, .. Plain[2..]]).Errors[0].Code);

    [Fact]
    public void A_segment_shorter_than_its_length_field_is_refused() =>
        Assert.False(PictureCleaning.Strip([.. Plain[..2], 0xFF, 0xE1, 0, 1, .. Plain[2..]]).Ok);

    [Fact]
    public void Several_scans_and_filling_bytes_are_read_through()
    {
        // The whole of the coded data once more, behind a restart, a stuffed byte and fillers.
        var scan = Plain.AsSpan().IndexOf((byte[])[0xFF, 0xDA]);
        byte[] twice = [.. Plain[..^2], 0xFF, 0xD0, 0xFF, 0x00, 0xFF, 0xFF, .. Plain[(scan + 1)..]];
        var clean = Strip(PictureFiles.WithSegment(twice, 0xFE, PictureFiles.Text("")));
        Assert.Equal(2, Count(clean, [0xFF, 0xDA, 0]));
        Assert.False(PictureFiles.Tells(clean));
    }

    private static byte[] WithoutHeader() => Plain[(4 + Plain[5])..];

    private static int Count(byte[] file, byte[] wanted)
    {
        var count = 0;
        for (var at = file.AsSpan().IndexOf(wanted); at >= 0; count++)
            at = file.AsSpan(at + 1).IndexOf(wanted) is var next and >= 0 ? at + 1 + next : -1;
        return count;
    }

    private static byte[] Strip(byte[] file) => PictureCleaning.Strip(file).Value.Bytes;
}
