using System.Security.Cryptography;
using FaceH5Portal.Core.Auditing;
using FaceH5Portal.Core.Evidence;
using FaceH5Portal.Core.PhotoChecks;
using FaceH5Portal.Core.PhotoChecks.Asking;
using FaceH5Portal.Core.Sessions.Journey;
using FaceH5Portal.Core.Tests.Pictures;
using FaceH5Portal.TestKit;
using FaceH5Portal.Vendors;
using FaceH5Portal.Vendors.Photos;
using Microsoft.Extensions.DependencyInjection;

namespace FaceH5Portal.Core.Tests.PhotoChecks;

/// <summary>What is kept of a photo: what each vendor was sent.</summary>
public sealed class SentPhotoTests : IAsyncLifetime
{
    private static readonly PhotoCheckSettings JuheFirst = new()
    {
        Orders = new Dictionary<string, IReadOnlyList<PhotoVendor>> { ["Opening an account"] = [PhotoVendor.Juhe, PhotoVendor.Linkface] },
    };

    private PortalHarness portal = null!;

    public async Task InitializeAsync() => portal = await PortalHarness.StartAsync(also: services => services.AddSingleton(JuheFirst));

    public async Task DisposeAsync() => await portal.DisposeAsync();

    [Fact]
    public async Task It_is_the_file_the_vendor_was_sent_and_of_the_one_handed_in_only_its_hash()
    {
        var handedIn = DrawnFiles.Noise(1600, 1200);
        var check = await portal.CheckAsync(Wanted(handedIn, PhotoVendor.Juhe));
        var kept = await KeptAsync(check.PhotoId);
        Assert.Equal((check.SentSha256, check.Sent.Bytes), (Hash(kept), kept.Length));
        Assert.Equal((check.Sent.Width, check.Sent.Height), (PictureFiles.SizeOf(kept).Width, PictureFiles.SizeOf(kept).Height));
        var item = Assert.Single(await PhotosAsync());
        Assert.Equal((check.SentSha256, Hash(handedIn), kept.Length), (item.Sha256, item.OriginalSha256, item.Bytes));
    }

    [Fact]
    public async Task A_photo_that_lay_on_its_side_is_kept_upright_and_clean()
    {
        var handedIn = PictureFiles.WithSegment(Photos.Of(640, 480), 0xE1, PictureFiles.ExifSegment(6));
        var kept = await KeptAsync((await portal.CheckAsync(Wanted(handedIn, PhotoVendor.Juhe))).PhotoId);
        Assert.Equal((480, 640), (PictureFiles.SizeOf(kept).Width, PictureFiles.SizeOf(kept).Height));
        Assert.False(PictureFiles.Tells(kept));
    }

    [Fact]
    public async Task Vendors_that_are_sent_different_files_have_one_each_and_those_that_are_sent_the_same_share_it()
    {
        var checks = await ChecksAsync(Wanted(DrawnFiles.Noise(1600, 1200), PhotoVendor.Juhe, PhotoVendor.TencentV2, PhotoVendor.Linkface));
        Assert.Equal(checks[PhotoVendor.TencentV2].PhotoId, checks[PhotoVendor.Linkface].PhotoId);
        Assert.NotEqual(checks[PhotoVendor.Juhe].PhotoId, checks[PhotoVendor.Linkface].PhotoId);
        Assert.Equal(checks.Values.Select(check => check.SentSha256).Distinct().Order(), (await PhotosAsync()).Select(item => item.Sha256).Order());
    }

    [Fact]
    public async Task A_check_that_moves_on_has_what_its_next_vendor_was_sent_and_what_reached_nobody_goes()
    {
        portal.Wire.Cut(CheckBench.PathOf(PhotoVendor.Juhe));
        var check = await portal.CheckAsync(Wanted(DrawnFiles.Noise(1600, 1200)));
        Assert.Equal([PhotoVendor.Juhe], check.Tried.Select(tried => tried.Vendor));
        Assert.Equal(check.SentSha256, Hash(await KeptAsync(check.PhotoId)));
        await portal.SweepAsync();
        Assert.Equal([check.PhotoId], (await PhotosAsync()).Where(item => item.BlobId is not null).Select(item => item.Id));
    }

    [Fact]
    public async Task The_same_file_for_the_next_vendor_stays_the_same_evidence()
    {
        portal.Wire.Cut(CheckBench.PathOf(PhotoVendor.Juhe));
        var check = await portal.CheckAsync(Wanted(Photos.Of(640, 480)));
        Assert.Equal(PhotoVendor.Linkface, check.Vendor);
        await portal.SweepAsync();
        var item = Assert.Single(await PhotosAsync());
        Assert.Equal((check.PhotoId, portal.NowUtc.AddDays(3)), (item.Id, item.KeepUntilUtc));
        Assert.NotNull(item.BlobId);
    }

    [Fact]
    public async Task Each_file_is_in_the_audit_of_the_first_check_that_it_was_made_for()
    {
        var checks = await ChecksAsync(Wanted(DrawnFiles.Noise(1600, 1200), PhotoVendor.Juhe, PhotoVendor.TencentV2, PhotoVendor.Linkface));
        var told = (await portal.AllAsync<AuditEntry>()).Where(entry => entry is { Action: AuditAction.EvidenceStored, Note: nameof(EvidenceKind.Photo) });
        Assert.Equal(new[] { checks[PhotoVendor.Juhe], checks[PhotoVendor.TencentV2] }.Select(check => $"photo-check/{check.Id}"), told.Select(entry => entry.Target));
    }

    [Fact]
    public async Task Who_withdraws_before_a_check_moves_on_is_sent_to_nobody_else()
    {
        var session = await SessionDriver.CreateAsync(portal);
        await session.StartAsync();
        var wanted = Wanted(Photos.Of(640, 480)) with { Person = null, SessionId = session.Id, Instead = InsteadCause.NoCamera };
        await StopsAsync(wanted, async _ => Assert.True((await portal.Get<WayOut>().WithdrawAsync(session.Id, default)).Ok));
    }

    [Theory]
    [InlineData(640, 480)]
    [InlineData(1600, 1200)]
    public Task Nor_is_anybody_who_is_erased_before(int width, int height) => StopsAsync(Wanted(Photos.Of(width, height)), async id =>
        Assert.True((await portal.Get<PhotoCheckService>().ErasePersonAsync(CheckBench.Administrator, id, "Request 2026-18", default)).Ok));

    /// <summary>What happens before the check moves on keeps it where it is, and the room for its price is free again.</summary>
    private async Task StopsAsync(NewPhotoCheck wanted, Func<Guid, Task> happens)
    {
        var person = (await portal.Get<CheckedPeople>().FindAsync(wanted, default)).Value;
        var plan = Assert.Single((await portal.Get<CheckPlanner>().PlanAsync(wanted, default)).Value);
        var id = (await portal.Get<CheckMaker>().AddAsync(CheckBench.Operator, wanted, person, [plan], default)).Value[0];
        Assert.NotNull((await portal.CheckOfAsync(id)).MayCost);
        await happens(id);
        portal.Wire.Cut(CheckBench.PathOf(PhotoVendor.Juhe));
        await portal.Get<CheckRunner>().AskAsync(id, person, wanted.Photo, plan);
        var check = await portal.CheckOfAsync(id);
        Assert.Equal((PhotoVendor.Juhe, PhotoCheckState.NotSent, null, VendorCharged.No), (check.Vendor, check.State, check.MayCost, check.Charged));
        Assert.Equal(0, await portal.CarriedOutAsync(PhotoVendor.Linkface));
        await portal.SweepAsync();
        Assert.All(await PhotosAsync(), item => Assert.Null(item.BlobId));
    }

    private static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private NewPhotoCheck Wanted(byte[] photo, params PhotoVendor[] vendors) => CheckBench.Wanted(portal, "张三", vendors) with { Photo = photo };

    private async Task<Dictionary<PhotoVendor, PhotoCheck>> ChecksAsync(NewPhotoCheck wanted)
    {
        Assert.True((await portal.TryAsync(wanted)).Ok);
        return (await portal.AllAsync<PhotoCheck>()).ToDictionary(check => check.Vendor);
    }

    private async Task<byte[]> KeptAsync(Guid photo) => (await portal.Get<EvidenceVault>().OpenAsync(photo, default))!.Bytes;

    private async Task<IEnumerable<EvidenceItem>> PhotosAsync() => (await portal.AllAsync<EvidenceItem>()).Where(item => item.Kind == EvidenceKind.Photo);
}
