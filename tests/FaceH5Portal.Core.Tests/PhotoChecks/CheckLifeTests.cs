using FaceH5Portal.Core.Auditing;
using FaceH5Portal.Core.Billing.Bills;
using FaceH5Portal.Core.Evidence;
using FaceH5Portal.Core.Evidence.Looking;
using FaceH5Portal.Core.Ledger;
using FaceH5Portal.Core.Ledger.Reconciling;
using FaceH5Portal.Core.PhotoChecks;
using FaceH5Portal.Core.PhotoChecks.Finding;
using FaceH5Portal.Core.Privacy.Revealing;
using FaceH5Portal.Core.Subjects;
using FaceH5Portal.TestKit;
using FaceH5Portal.Vendors;
using FaceH5Portal.Vendors.Photos;

namespace FaceH5Portal.Core.Tests.PhotoChecks;

/// <summary>What becomes of a check: it is found, looked at, billed, and forgotten.</summary>
public sealed class CheckLifeTests : IAsyncLifetime
{
    private PortalHarness portal = null!;

    private PhotoCheckQueries Queries => portal.Get<PhotoCheckQueries>();

    public async Task InitializeAsync() => portal = await PortalHarness.StartAsync();

    public async Task DisposeAsync() => await portal.DisposeAsync();

    [Fact]
    public async Task The_photo_goes_after_three_days_and_its_hash_stays()
    {
        var check = await portal.CheckAsync(PhotoVendor.Juhe);
        portal.Advance(TimeSpan.FromDays(3) + TimeSpan.FromMinutes(1));
        await portal.SweepAsync();
        var detail = (await Queries.GetAsync(CheckBench.Operator, check.Id, default)).Value;
        Assert.Null(detail.Photo.BlobId);
        Assert.Equal(64, detail.Photo.Sha256.Length);
        Assert.NotNull(detail.Answer!.BlobId);
    }

    [Fact]
    public async Task An_erasure_covers_the_checks_of_its_person_and_leaves_verdict_and_charge()
    {
        var check = await portal.CheckAsync(PhotoVendor.Juhe);
        Assert.True((await portal.Get<PhotoCheckService>().ErasePersonAsync(CheckBench.Administrator, check.Id, "Request 2026-17", default)).Ok);
        var detail = (await Queries.GetAsync(CheckBench.Administrator, check.Id, default)).Value;
        Assert.Equal((true, null, null, null), (detail.IsErased, detail.Subject, detail.Photo.BlobId, detail.Answer!.BlobId));
        Assert.Equal((check.Outcome, check.Score), (detail.Check.Outcome, detail.Check.Score));
        Assert.Single(detail.Charges);
        Assert.Empty(await portal.AllAsync<EvidenceBlob>());
    }

    [Fact]
    public async Task A_list_goes_on_where_it_ended_and_masks_everybody()
    {
        for (var one = 0; one < 5; one++)
        {
            await portal.CheckAsync(one % 2 == 0 ? PhotoVendor.Juhe : PhotoVendor.Linkface);
            portal.Advance(TimeSpan.FromMinutes(1));
        }
        var (found, after) = (new List<Guid>(), (PhotoCheckPlace?)null);
        do
        {
            var page = (await Queries.FindAsync(CheckBench.Operator, new PhotoCheckFilter { Limit = 2, After = after }, default)).Value;
            Assert.All(page.Items, row => Assert.Equal("张*", row.Subject!.Name));
            found.AddRange(page.Items.Select(row => row.Check.Id));
            after = page.Next;
        }
        while (after is not null);
        Assert.Equal((await portal.AllAsync<PhotoCheck>()).OrderByDescending(check => check.CreatedAtUtc).Select(check => check.Id), found);
    }

    [Fact]
    public async Task A_list_is_filtered_by_what_is_known()
    {
        await portal.CheckAsync(PhotoVendor.Juhe);
        await portal.CheckAsync(PhotoVendor.Linkface, "测试score9");
        await portal.Sandbox.BreakAsync(CheckBench.PathOf(PhotoVendor.TencentV2), "reset");
        await portal.CheckAsync(PhotoVendor.TencentV2);
        Assert.Equal([PhotoVendor.Juhe], await FoundAsync(new PhotoCheckFilter { Outcome = Core.Sessions.Outcome.Match }));
        Assert.Equal([PhotoVendor.TencentV2], await FoundAsync(new PhotoCheckFilter { State = PhotoCheckState.EndUnknown }));
        Assert.Equal([PhotoVendor.Linkface], await FoundAsync(new PhotoCheckFilter { Vendor = PhotoVendor.Linkface }));
        Assert.Equal([PhotoVendor.Linkface], await FoundAsync(new PhotoCheckFilter { Person = new SoughtPerson("测试score9", null) }));
        Assert.Equal(3, (await FoundAsync(new PhotoCheckFilter { Person = new SoughtPerson(null, CheckBench.Number), Reference = "shop-17" })).Count);
        Assert.Empty(await FoundAsync(new PhotoCheckFilter { Reference = "other" }));
    }

    [Fact]
    public async Task The_photo_is_seen_as_a_sessions_pictures_are_and_the_look_is_recorded()
    {
        var check = await portal.CheckAsync(PhotoVendor.Juhe);
        var viewer = portal.Get<PictureViewer>();
        Assert.Equal("reveal-needed", (await viewer.OpenAsync(CheckBench.Operator, check.PhotoId, default)).Errors[0].Code);
        Assert.True((await portal.Get<PictureDesk>().AskAsync(CheckBench.Operator, check.GroupId, RevealReason.Review, default)).Ok);
        Assert.True((await viewer.OpenAsync(CheckBench.Operator, check.PhotoId, default)).Ok);
        var shown = (await portal.Get<CheckReveal>().IdentityAsync(CheckBench.Operator, check.Id, RevealReason.Review, default)).Value;
        Assert.Equal(("张三", CheckBench.Number), (shown.Name, shown.Number));
        Assert.Equal([LookKind.Identity, LookKind.Picture], (await portal.AllAsync<Look>()).Where(look => look.SessionId == check.GroupId).Select(look => look.Kind).Order());
        Assert.Contains(await portal.AllAsync<AuditEntry>(), entry => entry.Action == AuditAction.PersonalDataSeen && entry.Target == $"photo-check/{check.Id}");
        Assert.Contains(await portal.AllAsync<AuditEntry>(), entry => entry.Action == AuditAction.PicturesAskedFor && entry.Target == $"photo-check/{check.GroupId}");
    }

    [Fact]
    public async Task A_vendors_bill_is_held_against_its_own_charges_alone()
    {
        await portal.CheckAsync(PhotoVendor.Juhe);
        await portal.CheckAsync(PhotoVendor.Linkface);
        var (desk, month) = (portal.Get<BillDesk>(), ChinaDate.Of(portal.NowUtc));
        var mapping = BillMapping.Usual with { Items = [new("verifyface", ChargeType.JuhePhoto)] };
        var file = System.Text.Encoding.UTF8.GetBytes($"消费日期,计费项,用量,金额,币种\n{month:yyyy-MM-dd},verifyface,1,1.00,CNY\n");
        Assert.Equal("bill-item-vendor", (await desk.ImportAsync(CheckBench.Administrator, month, file, mapping, default)).Errors[0].Code);
        Assert.Equal(1, (await desk.ImportAsync(CheckBench.Administrator, month, file, mapping, default, BillVendor.Juhe)).Value);
        var match = Assert.Single((await desk.MatchAsync(CheckBench.Administrator, month, default, BillVendor.Juhe)).Value.Matches);
        Assert.Equal((ChargeType.JuhePhoto, ReconciliationState.Matched), (match.Type, match.State));
        Assert.Null((await desk.MatchAsync(CheckBench.Administrator, month, default)).Value.Bill);
        Assert.Null((await desk.MatchAsync(CheckBench.Administrator, month, default, BillVendor.Linkface)).Value.Bill);
    }

    [Fact]
    public async Task Every_type_of_a_photo_vendor_is_on_one_bill_and_on_no_plan()
    {
        var check = await portal.CheckAsync(PhotoVendor.TencentV2);
        Assert.Equal((ChargeOwner.NoPlan, VendorCharged.Yes), (Assert.Single(await portal.EntriesAsync()).PlanId, check.Charged));
        Assert.All(Enum.GetValues<PhotoVendor>(), vendor => Assert.NotEqual(BillVendor.Baidu, BillVendors.Of(PhotoCheckSettings.TypeOf(vendor))));
        Assert.Equal(Enum.GetValues<PhotoVendor>().Select(PhotoCheckSettings.TypeOf).Order(), Enum.GetValues<ChargeType>().Where(type => type.IsPhotoCheck()).Order());
    }

    private async Task<IReadOnlyList<PhotoVendor>> FoundAsync(PhotoCheckFilter filter) =>
        [.. (await Queries.FindAsync(CheckBench.Operator, filter, default)).Value.Items.Select(row => row.Check.Vendor)];
}
