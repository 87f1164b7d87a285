using FaceH5Portal.Core.Evidence;
using FaceH5Portal.Core.PhotoChecks;
using FaceH5Portal.Core.Subjects;
using FaceH5Portal.Core.Tests.Pictures;
using FaceH5Portal.TestKit;
using FaceH5Portal.Vendors.Juhe;
using FaceH5Portal.Vendors.Photos;
using Microsoft.Extensions.DependencyInjection;

namespace FaceH5Portal.Core.Tests.PhotoChecks;

/// <summary>What is known to be wrong is refused in words, before any vendor hears of it and before anything is stored.</summary>
public sealed class BadInputTests : IAsyncLifetime
{
    private static readonly Dictionary<string, Func<byte[]>> Photographs = new()
    {
        ["zero bytes"] = () => [],
        ["no image"] = () => "not a picture"u8.ToArray(),
        ["animated"] = () => DrawnFiles.Gif(frames: 2),
        ["20,000 x 20,000"] = () => DrawnFiles.Claims(20_000, 20_000),
        ["cut short"] = () => Photos.Of(300, 300)[..^20],
        ["too small"] = () => Photos.Of(100, 100),
    };

    private PortalHarness portal = null!;

    public async Task InitializeAsync() => portal = await PortalHarness.StartAsync();

    public async Task DisposeAsync() => await portal.DisposeAsync();

    [Theory]
    [InlineData("zero bytes", "photo-not-given")]
    [InlineData("no image", "photo-not-an-image")]
    [InlineData("animated", "photo-moves")]
    [InlineData("20,000 x 20,000", "photo-too-many-pixels")]
    [InlineData("cut short", "photo-malformed")]
    [InlineData("too small", "photo-too-small")]
    public async Task A_photo_that_no_vendor_could_use_goes_to_none(string which, string code)
    {
        var photo = Photographs[which]();
        Assert.True(photo.Length <= 10 * 1024);
        await RefusedAsync(code, CheckBench.Wanted(portal, "张三", PhotoVendor.Juhe) with { Photo = photo });
    }

    [Theory]
    [InlineData("", CheckBench.Number, "name-empty")]
    [InlineData("张\u0007三", CheckBench.Number, "name-characters")]
    [InlineData("张\uE000", CheckBench.Number, "name-private-characters")]
    [InlineData("张三", "", "number-empty")]
    [InlineData("张三", "11010519491231002", "number-length")]
    [InlineData("张三", "110105194912310021", "number-check-digit")]
    [InlineData("张三", "11010519491331002X", "number-date")]
    public async Task A_name_or_number_that_cannot_be_right_goes_to_none(string name, string number, string code) =>
        await RefusedAsync(code, CheckBench.Wanted(portal, "张三", PhotoVendor.TencentV2) with { Person = new Identity(name, number, CertificateType.ResidentIdCard) });

    [Fact]
    public async Task A_check_digit_that_somebody_has_compared_is_no_obstacle() =>
        Assert.True((await portal.TryAsync(CheckBench.Wanted(portal, "张三", PhotoVendor.TencentV2) with
        {
            Person = new Identity("张三", "110105194912310021", CertificateType.ResidentIdCard),
            AcceptCheckDigit = true,
        })).Ok);

    [Fact]
    public Task A_passport_goes_to_none() => RefusedAsync("certificate-resident-only", CheckBench.Wanted(portal, "张三", PhotoVendor.Juhe) with
    {
        Person = new Identity("张三", "E12345678", CertificateType.OverseasChinesePassport),
    });

    [Fact]
    public Task Nobody_is_asked_whom_the_consent_does_not_name() => RefusedAsync("consent-vendor-unnamed", CheckBench.Wanted(portal, "张三", PhotoVendor.Juhe) with
    {
        Consent = new PhotoConsent("1", "我同意由腾讯云比对我的照片。", "zh-CN", portal.NowUtc),
    });

    [Fact]
    public Task Nor_is_anybody_for_a_consent_of_tomorrow() => RefusedAsync("consent-time", CheckBench.Wanted(portal, "张三", PhotoVendor.Juhe) with
    {
        Consent = new PhotoConsent("1", CheckBench.Consent, "zh-CN", portal.NowUtc.AddDays(1)),
    });

    [Fact]
    public async Task A_vendor_without_keys_is_refused_by_its_name()
    {
        await using var other = await PortalHarness.StartAsync(also: services => services.PostConfigure<JuheOptions>(options => options.Key = ""));
        var refused = await other.TryAsync(CheckBench.Wanted(other, "张三", PhotoVendor.Juhe));
        Assert.Equal(("photo-vendor-not-set-up", "聚合数据"), (refused.Errors[0].Code, refused.Errors[0].Args[0]));
    }

    [Fact]
    public Task A_photo_that_carries_a_bomb_of_notes_goes_to_none() =>
        RefusedAsync("photo-notes", CheckBench.Wanted(portal, "张三", PhotoVendor.Juhe) with { Photo = WithNotes(100) });

    [Fact]
    public async Task Nothing_of_what_hides_beside_a_photos_pixels_is_sent_or_kept()
    {
        var photo = WithNotes(10);
        Assert.True(photo.Length > 500_000);
        var check = await portal.CheckAsync(CheckBench.Wanted(portal, "张三", PhotoVendor.Juhe) with { Photo = photo });
        Assert.Equal(photo.Length, check.Before.Bytes);
        Assert.InRange(check.Sent.Bytes, 1, 20_000);
        var kept = (await portal.Get<EvidenceVault>().OpenAsync(check.PhotoId, default))!;
        Assert.False(PictureFiles.Tells(kept.Bytes));
    }

    [Fact]
    public async Task Who_may_not_check_photos_is_told_so() =>
        Assert.Equal("access-denied", (await portal.TryAsync(CheckBench.Wanted(portal, "张三", PhotoVendor.Juhe), Core.Access.Actor.InRole("r", "R", Core.Access.Role.Reviewer))).Errors[0].Code);

    private static byte[] WithNotes(int blocks) => Enumerable.Range(0, blocks)
        .Aggregate(Photos.Of(300, 300), (photo, _) => PictureFiles.WithSegment(photo, 0xE1, PictureFiles.ExifSegment(1, new byte[50_000])));

    private async Task RefusedAsync(string code, NewPhotoCheck wanted)
    {
        var refused = await portal.TryAsync(wanted);
        Assert.Equal([code], refused.Errors.Select(error => error.Code));
        Assert.Empty(await portal.Sandbox.CallsAsync());
        Assert.Empty(await portal.AllAsync<PhotoCheck>());
        Assert.Empty(await portal.AllAsync<EvidenceItem>());
        Assert.Empty(await portal.EntriesAsync());
    }
}
