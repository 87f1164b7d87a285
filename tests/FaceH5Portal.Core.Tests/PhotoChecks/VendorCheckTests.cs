using FaceH5Portal.Core.Auditing;
using FaceH5Portal.Core.Evidence;
using FaceH5Portal.Core.PhotoChecks;
using FaceH5Portal.Core.Sessions;
using FaceH5Portal.TestKit;
using FaceH5Portal.Vendors;
using FaceH5Portal.Vendors.Photos;

namespace FaceH5Portal.Core.Tests.PhotoChecks;

/// <summary>A check with each vendor: what it means, what it costs, and that our ledger says what their bill does.</summary>
public sealed class VendorCheckTests : IAsyncLifetime
{
    private PortalHarness portal = null!;

    public static TheoryData<PhotoVendor> Vendors => [.. Enum.GetValues<PhotoVendor>()];

    public async Task InitializeAsync() => portal = await PortalHarness.StartAsync();

    public async Task DisposeAsync() => await portal.DisposeAsync();

    [Theory]
    [MemberData(nameof(Vendors))]
    public async Task The_same_person_is_a_match_above_the_vendors_own_mark(PhotoVendor vendor)
    {
        var check = await portal.CheckAsync(vendor);
        Assert.Equal((PhotoCheckState.Answered, Outcome.Match, RetryWith.Never), (check.State, check.Outcome, check.RetryWith));
        Assert.InRange(check.Score!.Value, check.Threshold!.Value, check.Scale!.Value);
        Assert.Equal(1, await portal.CarriedOutAsync(vendor));
    }

    [Theory]
    [MemberData(nameof(Vendors))]
    public async Task Another_person_is_none_and_costs_as_much(PhotoVendor vendor)
    {
        var check = await portal.CheckAsync(vendor, "测试score30");
        Assert.Equal((PhotoCheckState.Answered, Outcome.NoMatch), (check.State, check.Outcome));
        Assert.Equal(check.Charged == VendorCharged.Yes ? 1 : 0, (await portal.EntriesAsync()).Count);
    }

    [Theory]
    [InlineData(PhotoVendor.Juhe, "张三", Outcome.Match, VendorCharged.Yes)]
    [InlineData(PhotoVendor.Juhe, "测试score30", Outcome.NoMatch, VendorCharged.Yes)]
    [InlineData(PhotoVendor.Juhe, "测试res3", Outcome.IdentityMismatch, VendorCharged.Yes)]
    [InlineData(PhotoVendor.Juhe, "测试3003", Outcome.NoPortraitOnFile, VendorCharged.Yes)]
    [InlineData(PhotoVendor.Juhe, "测试3004", Outcome.PhotoUnusable, VendorCharged.Yes)]
    [InlineData(PhotoVendor.Juhe, "测试3005", Outcome.Uncertain, VendorCharged.Yes)]
    [InlineData(PhotoVendor.Juhe, "测试226402", Outcome.IdentityNotFound, VendorCharged.No)]
    [InlineData(PhotoVendor.Juhe, "测试226401", Outcome.ProviderError, VendorCharged.No)]
    [InlineData(PhotoVendor.Juhe, "测试10014", Outcome.ProviderError, VendorCharged.Unknown)]
    [InlineData(PhotoVendor.TencentV2, "张三", Outcome.Match, VendorCharged.Yes)]
    [InlineData(PhotoVendor.TencentV2, "测试score30", Outcome.NoMatch, VendorCharged.Yes)]
    [InlineData(PhotoVendor.TencentV2, "测试IdNameMisMatch", Outcome.IdentityMismatch, VendorCharged.Yes)]
    [InlineData(PhotoVendor.TencentV2, "测试IdPhotoPoorQuality", Outcome.NoPortraitOnFile, VendorCharged.No)]
    [InlineData(PhotoVendor.TencentV2, "测试LifePhotoDetectNoFaces", Outcome.PhotoUnusable, VendorCharged.No)]
    [InlineData(PhotoVendor.TencentV2, "测试RequestLimitExceeded", Outcome.ProviderError, VendorCharged.No)]
    [InlineData(PhotoVendor.Linkface, "张三", Outcome.Match, VendorCharged.Yes)]
    [InlineData(PhotoVendor.Linkface, "测试score42", Outcome.Uncertain, VendorCharged.Yes)]
    [InlineData(PhotoVendor.Linkface, "测试score9", Outcome.NoMatch, VendorCharged.Yes)]
    [InlineData(PhotoVendor.Linkface, "测试1004", Outcome.PhotoUnusable, VendorCharged.No)]
    [InlineData(PhotoVendor.TencentLegacy, "张三", Outcome.Match, VendorCharged.Unknown)]
    [InlineData(PhotoVendor.TencentLegacy, "测试5804", Outcome.IdentityNotFound, VendorCharged.Unknown)]
    public async Task Every_rule_of_charge_is_kept(PhotoVendor vendor, string name, Outcome outcome, VendorCharged charged)
    {
        var check = await portal.CheckAsync(vendor, name);
        Assert.Equal((outcome, charged), (check.Outcome!.Value, check.Charged));
        var entries = await portal.EntriesAsync();
        if (charged == VendorCharged.Yes)
        {
            var entry = Assert.Single(entries);
            Assert.Equal((check.Id, check.Id, PhotoCheckSettings.TypeOf(vendor), 1, PhotoCheckSettings.UnsetPrice, "shop"),
                (entry.VerifyTokenId, entry.SessionId, entry.Type, entry.Quantity, entry.Amount, entry.CostCentre));
        }
        else
        {
            Assert.Empty(entries);
        }
        Assert.Equal(charged == VendorCharged.Unknown ? PhotoCheckSettings.UnsetPrice : (long?)null, check.MayCost);
        if (charged != VendorCharged.Unknown)
            Assert.Equal(entries.Count, await portal.BilledAsync(vendor));
    }

    [Fact]
    public async Task Linkface_is_charged_by_its_own_word_whatever_its_code()
    {
        var check = await portal.CheckAsync(PhotoVendor.Linkface, "测试check2");
        Assert.Equal(Outcome.PhotoUnusable, check.Outcome);
        Assert.Equal(await portal.BilledAsync(PhotoVendor.Linkface) == 1 ? VendorCharged.Yes : VendorCharged.No, check.Charged);
    }

    [Fact]
    public async Task Several_vendors_on_one_photo_are_one_group_each_with_its_own_mark_and_charge()
    {
        var made = await portal.TryAsync(CheckBench.Wanted(portal, "测试score62", PhotoVendor.Juhe, PhotoVendor.TencentV2, PhotoVendor.Linkface));
        var checks = (await portal.AllAsync<PhotoCheck>()).OrderBy(check => made.Value.CheckIds.ToList().IndexOf(check.Id)).ToList();
        Assert.Equal([(PhotoVendor.Juhe, Outcome.Match), (PhotoVendor.TencentV2, Outcome.NoMatch), (PhotoVendor.Linkface, Outcome.Match)],
            checks.Select(check => (check.Vendor, check.Outcome!.Value)));
        Assert.Equal([60d, 70d, 45d], checks.Select(check => check.Threshold!.Value));
        Assert.Equal([made.Value.GroupId], checks.Select(check => check.GroupId).Distinct());
        Assert.Single(checks.Select(check => check.PhotoId).Distinct());
        Assert.Equal(3, (await portal.EntriesAsync()).Select(entry => entry.VerifyTokenId).Distinct().Count());
    }

    [Fact]
    public async Task A_vendor_that_hangs_delays_only_its_own_checks()
    {
        var hung = new TaskCompletionSource();
        portal.Wire.BeforeHearingOf(CheckBench.PathOf(PhotoVendor.Linkface), _ => hung.Task);
        var waiting = portal.CheckAsync(PhotoVendor.Linkface);
        Assert.Equal(Outcome.Match, (await portal.CheckAsync(PhotoVendor.Juhe)).Outcome);
        Assert.False(waiting.IsCompleted);
        hung.SetResult();
        Assert.Equal(Outcome.Match, (await waiting).Outcome);
    }

    [Fact]
    public async Task Who_goes_away_while_a_vendor_is_asked_stops_nothing()
    {
        using var life = new CancellationTokenSource();
        portal.Wire.BeforeHearingOf(CheckBench.PathOf(PhotoVendor.Juhe), _ => life.CancelAsync());
        Assert.True((await portal.Get<PhotoCheckService>().CheckAsync(CheckBench.Operator, CheckBench.Wanted(portal, "张三", PhotoVendor.Juhe), life.Token)).Ok);
        Assert.True(life.IsCancellationRequested);
        Assert.Equal((PhotoCheckState.Answered, VendorCharged.Yes), (Assert.Single(await portal.AllAsync<PhotoCheck>()).State, (await portal.AllAsync<PhotoCheck>())[0].Charged));
    }

    [Fact]
    public async Task The_photo_and_the_answer_are_sealed_and_nothing_of_the_person_stands_in_the_audit()
    {
        var check = await portal.CheckAsync(PhotoVendor.Juhe);
        var items = await portal.AllAsync<EvidenceItem>();
        Assert.Equal([EvidenceKind.Answer, EvidenceKind.Photo], items.Select(item => item.Kind).Order());
        Assert.Equal(portal.NowUtc.AddDays(3), items.Single(item => item.Kind == EvidenceKind.Photo).KeepUntilUtc);
        Assert.Equal(check.AnswerId, items.Single(item => item.Kind == EvidenceKind.Answer).Id);
        Assert.All(await portal.AllAsync<EvidenceBlob>(), blob => Assert.Equal(-1, blob.Sealed.AsSpan().IndexOf("orderid"u8)));
        var told = (await portal.AllAsync<AuditEntry>()).Where(entry => entry.Target == $"photo-check/{check.Id}").ToList();
        Assert.Superset(new HashSet<AuditAction> { AuditAction.PhotoCheckAsked, AuditAction.PhotoCheckEnded, AuditAction.EvidenceStored, AuditAction.ChargeRecorded },
            told.Select(entry => entry.Action).ToHashSet());
        Assert.DoesNotContain(await portal.AllAsync<AuditEntry>(), entry => $"{entry.Target}{entry.Note}".Contains("张三", StringComparison.Ordinal)
            || $"{entry.Target}{entry.Note}".Contains(CheckBench.Number, StringComparison.Ordinal));
    }
}
