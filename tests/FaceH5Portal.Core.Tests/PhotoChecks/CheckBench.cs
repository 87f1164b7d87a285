using System.Text.Json;
using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Ledger;
using FaceH5Portal.Core.PhotoChecks;
using FaceH5Portal.Core.Subjects;
using FaceH5Portal.TestKit;
using FaceH5Portal.Vendors.Photos;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.Tests.PhotoChecks;

/// <summary>Photo checks as an operator makes them, and the vendors' own books.</summary>
internal static class CheckBench
{
    public const string Number = "11010519491231002X";
    public const string Consent = "我同意由聚合数据、腾讯云或 Linkface 比对我的照片。\nI agree that Juhe, Tencent or Linkface compares my photo.";

    public static readonly Actor Operator = SessionDriver.Operator;
    public static readonly Actor Administrator = Actor.InRole("test-administrator", "Administrator", Role.Administrator);

    private static readonly Dictionary<PhotoVendor, (string Path, string Books)> Known = new()
    {
        [PhotoVendor.Juhe] = ("verifyface/verifyEncry", "juhe"),
        [PhotoVendor.TencentLegacy] = ("face/idcardcompare", "tencent"),
        [PhotoVendor.TencentV2] = ("ImageRecognitionV2", "tencentV2"),
        [PhotoVendor.Linkface] = ("selfie_idnumber_verification", "linkface"),
    };

    /// <summary>As faults and the journal know it.</summary>
    public static string PathOf(PhotoVendor vendor) => Known[vendor].Path;

    public static NewPhotoCheck Wanted(PortalHarness portal, string name, params PhotoVendor[] vendors) => new()
    {
        Vendors = vendors,
        Purpose = "Opening an account",
        Reference = "shop-17",
        Person = new Identity(name, Number, CertificateType.ResidentIdCard),
        Photo = Photos.Of(640, 480),
        Consent = new PhotoConsent("2026-1", Consent, "zh-CN", portal.NowUtc),
    };

    public static Task<Result<MadePhotoChecks>> TryAsync(this PortalHarness portal, NewPhotoCheck wanted, Actor? actor = null) =>
        portal.Get<PhotoCheckService>().CheckAsync(actor ?? Operator, wanted, CancellationToken.None);

    /// <summary>One check, as it stands when its vendor has ended.</summary>
    public static async Task<PhotoCheck> CheckAsync(this PortalHarness portal, NewPhotoCheck wanted)
    {
        var made = await portal.TryAsync(wanted);
        Assert.Equal("", string.Join(", ", made.Errors.Select(error => error.Code)));
        return await portal.CheckOfAsync(made.Value.CheckIds[0]);
    }

    public static Task<PhotoCheck> CheckAsync(this PortalHarness portal, PhotoVendor vendor, string name = "张三") =>
        portal.CheckAsync(Wanted(portal, name, vendor));

    public static async Task<PhotoCheck> CheckOfAsync(this PortalHarness portal, Guid id) => (await portal.AllAsync<PhotoCheck>()).Single(check => check.Id == id);

    public static async Task<List<T>> AllAsync<T>(this PortalHarness portal) where T : class
    {
        await using var db = await portal.Get<PortalStore>().ReadAsync(CancellationToken.None);
        return await db.Set<T>().AsNoTracking().ToListAsync();
    }

    public static Task<List<LedgerEntry>> EntriesAsync(this PortalHarness portal) => portal.AllAsync<LedgerEntry>();

    /// <summary>What the vendors have on their bills, whether we heard of it or not.</summary>
    public static async Task<int> BilledAsync(this PortalHarness portal, PhotoVendor vendor) => (await portal.BooksAsync(vendor)).Count(check => check.GetProperty("charged").GetBoolean());

    public static async Task<int> CarriedOutAsync(this PortalHarness portal, PhotoVendor vendor) => (await portal.BooksAsync(vendor)).Count;

    private static async Task<List<JsonElement>> BooksAsync(this PortalHarness portal, PhotoVendor vendor) =>
        [.. (await portal.Sandbox.TruthAsync()).GetProperty("photo_checks").EnumerateArray().Where(check => check.GetProperty("vendor").GetString() == Known[vendor].Books)];
}
