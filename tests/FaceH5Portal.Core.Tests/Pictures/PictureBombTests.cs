using System.Buffers.Binary;
using FaceH5Portal.Core.Evidence;
using FaceH5Portal.Core.Evidence.Preflight;
using FaceH5Portal.Core.Subjects;
using FaceH5Portal.TestKit;
using FaceH5Portal.Vendors.Baidu;

namespace FaceH5Portal.Core.Tests.Pictures;

/// <summary>A few bytes that claim to be more pixels than the memory holds are refused by their header.</summary>
public sealed class PictureBombTests
{
    public static TheoryData<string> Bombs => [.. Files.Keys];

    private static readonly Dictionary<string, Func<byte[]>> Files = new()
    {
        ["png"] = () => DrawnFiles.Claims(60_000, 60_000),
        ["long png"] = () => DrawnFiles.Claims(PictureLimits.LongestSide + 1, 1),
        ["jpeg"] = () => Jpeg(65_000, 65_000),
        ["bmp"] = () => Bmp(60_000, 60_000),
    };

    [Theory]
    [MemberData(nameof(Bombs))]
    public void Nobody_hands_one_in(string name)
    {
        var bomb = Files[name]();
        Assert.True(bomb.Length < 20_000);
        Assert.False(PhotoPreflight.Check(bomb, BaiduLimits.MatchPhoto).Ok);
        Assert.False(PictureCleaning.Redraw(bomb).Ok);
        Assert.False(PhotoPreflight.Fit(bomb, BaiduLimits.MatchPhoto).Ok);
    }

    [Theory]
    [MemberData(nameof(Bombs))]
    public async Task Nor_is_one_kept_that_the_vendor_sends(string name)
    {
        await using var portal = await PortalHarness.StartAsync();
        var kept = portal.Get<EvidenceVault>().Seal(
            portal.Get<SubjectVault>().Create(null), new NewEvidence(EvidenceKind.Face, Files[name](), "image/jpeg") { SessionId = Guid.NewGuid() });
        Assert.Contains(Assert.Single(kept.Errors).Code, new[] { "photo-too-large", "photo-malformed" });
    }

    [Fact]
    public void The_limits_are_those_of_the_header()
    {
        Assert.Equal(("photo-too-large", 60_000), (PictureLimits.FaultOf(DrawnFiles.Claims(60_000, 60_000))!.Code, PictureLimits.FaultOf(DrawnFiles.Claims(60_000, 60_000))!.Args[0]));
        Assert.Null(PictureLimits.FaultOf(DrawnFiles.Claims(8_000, 5_000)));
        Assert.Equal("photo-too-large", PictureLimits.FaultOf(DrawnFiles.Claims(8_000, 5_001))!.Code);
        Assert.Equal("photo-malformed", PictureLimits.FaultOf([1, 2, 3])!.Code);
    }

    [Fact]
    public void A_picture_that_moves_is_none()
    {
        Assert.Equal("photo-moves", PictureLimits.FaultOf(DrawnFiles.Gif(frames: 2))!.Code);
        Assert.Null(PictureLimits.FaultOf(DrawnFiles.Gif(frames: 1)));
    }

    // The header alone says how large it is: what would be behind it is not needed to be caught.
    private static byte[] Jpeg(ushort width, ushort height)
    {
        var jpeg = Photos.Of(16, 16);
        var frame = jpeg.AsSpan().IndexOf<byte>([0xFF, 0xC0]);
        BinaryPrimitives.WriteUInt16BigEndian(jpeg.AsSpan(frame + 5), height);
        BinaryPrimitives.WriteUInt16BigEndian(jpeg.AsSpan(frame + 7), width);
        return jpeg;
    }

    private static byte[] Bmp(int width, int height)
    {
        var bmp = new byte[70];
        "BM"u8.CopyTo(bmp);
        (bmp[10], bmp[14], bmp[26], bmp[28]) = (54, 40, 1, 24);
        BinaryPrimitives.WriteInt32LittleEndian(bmp.AsSpan(18), width);
        BinaryPrimitives.WriteInt32LittleEndian(bmp.AsSpan(22), height);
        return bmp;
    }
}
