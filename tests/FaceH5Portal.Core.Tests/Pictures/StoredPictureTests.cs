using System.Security.Cryptography;
using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Evidence;
using FaceH5Portal.Core.Evidence.Preflight;
using FaceH5Portal.Core.Subjects;
using FaceH5Portal.TestKit;
using FaceH5Portal.Vendors.Baidu;

namespace FaceH5Portal.Core.Tests.Pictures;

/// <summary>The vault's own door: whoever stores a picture, it is cleaned.</summary>
public sealed class StoredPictureTests : IAsyncLifetime
{
    private static readonly byte[] Told = PictureFiles.WithSegment(Photos.Of(96, 64), 0xE1, PictureFiles.ExifSegment(6));

    private PortalHarness portal = null!;

    public async Task InitializeAsync() => portal = await PortalHarness.StartAsync();

    public async Task DisposeAsync() => await portal.DisposeAsync();

    [Fact]
    public async Task A_face_from_the_vendor_is_kept_with_the_hash_of_what_came_and_of_what_stays()
    {
        var (item, stored) = await KeepAsync(EvidenceKind.Face, Told);
        Assert.Equal(PictureCleaning.Strip(Told).Value.Bytes, stored);
        Assert.Equal((Hash(stored), Hash(Told)), (item.Sha256, item.OriginalSha256));
        Assert.Equal((stored.Length, "image/jpeg"), (item.Bytes, item.MediaType));
    }

    [Fact]
    public async Task What_is_stored_as_it_came_needs_one_hash()
    {
        var (item, stored) = await KeepAsync(EvidenceKind.Face, PictureCleaning.Strip(Told).Value.Bytes);
        Assert.Equal((Hash(stored), null), (item.Sha256, item.OriginalSha256));
    }

    [Fact]
    public async Task A_match_photo_is_stored_and_sent_upright_and_clean()
    {
        var session = await SessionDriver.CreateAsync(portal, "1004", photo: Told);
        var item = (await session.SeeAsync()).Evidence.Single(e => e.Kind == EvidenceKind.Match);
        var sent = (await portal.Get<EvidenceVault>().OpenAsync(item.Id, CancellationToken.None))!.Bytes;
        Assert.False(PictureFiles.Tells(sent));
        Assert.Equal((64, 96), (PictureFiles.SizeOf(sent).Width, PictureFiles.SizeOf(sent).Height));
        await session.StartAsync();
    }

    [Fact]
    public async Task A_photo_that_lay_on_its_side_is_stored_upright_and_clean()
    {
        var (item, stored) = await KeepAsync(EvidenceKind.Photo, Told);
        Assert.False(PictureFiles.Tells(stored));
        Assert.Equal((64, 96), (PictureFiles.SizeOf(stored).Width, PictureFiles.SizeOf(stored).Height));
        Assert.Equal(Hash(Told), item.OriginalSha256);
    }

    [Fact]
    public async Task A_photo_that_stands_upright_keeps_its_pixels_to_the_byte()
    {
        var (_, stored) = await KeepAsync(EvidenceKind.Photo, PictureFiles.WithSegment(Photos.Of(96, 64), 0xE1, PictureFiles.ExifSegment(1)));
        Assert.Equal(PictureCleaning.Strip(Photos.Of(96, 64)).Value.Bytes, stored);
    }

    [Fact]
    public async Task An_answer_is_no_picture_and_stays_as_it_came()
    {
        var (item, stored) = await KeepAsync(EvidenceKind.Answer, "{\"a\": 1}"u8.ToArray());
        Assert.Equal("{\"a\": 1}"u8, stored);
        Assert.Equal(("text/test", null), (item.MediaType, item.OriginalSha256));
    }

    [Theory]
    [InlineData(EvidenceKind.Face)]
    [InlineData(EvidenceKind.Match)]
    public void A_damaged_picture_is_an_answer_and_nothing_to_store(EvidenceKind kind)
    {
        var kept = Seal(portal.Get<SubjectVault>().Create(null), kind, Told[..^20]);
        Assert.Equal(("photo-malformed", "Photo"), (Assert.Single(kept.Errors).Code, kept.Errors[0].Field));
    }

    [Fact]
    public void A_damaged_photo_is_refused_with_the_other_rules() =>
        Assert.Equal("photo-malformed", PhotoPreflight.Check(Told[..^20], BaiduLimits.MatchPhoto).Errors[0].Code);

    private static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private async Task<(EvidenceItem, byte[])> KeepAsync(EvidenceKind kind, byte[] bytes)
    {
        var subject = portal.Get<SubjectVault>().Create(null);
        var kept = Seal(subject, kind, bytes).Value;
        await portal.Get<PortalStore>().WriteAsync<Guid>(write =>
        {
            write.Add(subject);
            return portal.Get<EvidenceVault>().Add(write, Actor.System, kept) is { } refused ? refused : subject.Id;
        }, CancellationToken.None);
        return (kept.Item, (await portal.Get<EvidenceVault>().OpenAsync(kept.Item.Id, CancellationToken.None))!.Bytes);
    }

    private Result<SealedEvidence> Seal(Subject subject, EvidenceKind kind, byte[] bytes) =>
        portal.Get<EvidenceVault>().Seal(subject, new NewEvidence(kind, bytes, "text/test") { SessionId = Guid.NewGuid() });
}
