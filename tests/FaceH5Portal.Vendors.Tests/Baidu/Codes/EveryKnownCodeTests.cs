using FaceH5Portal.Vendors.Baidu;
using FaceH5Portal.Vendors.Baidu.Codes;

namespace FaceH5Portal.Vendors.Tests.Baidu.Codes;

/// <summary>The whole table once more, written from the sources alone: what each code is, whether it costs, and what a retry needs.</summary>
public sealed class EveryKnownCodeTests
{
    /// <summary>The interface document itself: the passed code, its standing 18, and 「Token无效或者已过期」.</summary>
    private const string OfTheDocument = "0 18 283437";

    /// <summary>Codes of the gateway and of image checks at large, which the lists for this product leave out.</summary>
    private const string OfTheVendorAtLarge = "3 216100 216101 282000";

    public static TheoryData<BaiduCodeFamily, VendorCharged, VendorRetryWith, string> Facts => new()
    {
        // What reaches the comparison is charged, whatever it says.
        { BaiduCodeFamily.Passed, VendorCharged.Yes, VendorRetryWith.Never, "0" },
        { BaiduCodeFamily.NoPortraitOnFile, VendorCharged.Yes, VendorRetryWith.Never, "222350 222355" },
        { BaiduCodeFamily.IdentityMismatch, VendorCharged.Yes, VendorRetryWith.Never, "222351" },
        { BaiduCodeFamily.IdentityNotFound, VendorCharged.Yes, VendorRetryWith.Never, "222354" },
        { BaiduCodeFamily.NoMatch, VendorCharged.Yes, VendorRetryWith.SameRequest, "222360" },

        // What fails before it is free.
        { BaiduCodeFamily.IdentityFormat, VendorCharged.No, VendorRetryWith.Never, "222352 222353 222038" },
        { BaiduCodeFamily.FaceQuality, VendorCharged.No, VendorRetryWith.NewPhoto, "222356 222202 223113 223114 223115 223116 223121 223122 223123 223124 223125 223126 223127 223129" },
        { BaiduCodeFamily.LivenessFailed, VendorCharged.No, VendorRetryWith.SameRequest, "223120 223051 800001 800002 283457 283507" },
        { BaiduCodeFamily.LivenessFailed, VendorCharged.No, VendorRetryWith.SameRequest, "216434 216500 216501 216502 216507 216508 216509 216510 216908" },
        { BaiduCodeFamily.SyntheticImage, VendorCharged.No, VendorRetryWith.SameRequest, "223131 223135" },
        { BaiduCodeFamily.ServiceUnavailable, VendorCharged.No, VendorRetryWith.Later, "222361 216430 216431 216432 216433 216503 216504 216505 216506" },

        // What refuses a request says nothing about the person.
        { BaiduCodeFamily.ImageRejected, VendorCharged.No, VendorRetryWith.NewPhoto, "222304 222309 216200 216201 216202" },
        { BaiduCodeFamily.ImageRejected, VendorCharged.No, VendorRetryWith.Never, "222019 222020" },
        { BaiduCodeFamily.ServiceUnavailable, VendorCharged.No, VendorRetryWith.Later, "2 4 282000 283436 283512" },
        { BaiduCodeFamily.SetUpFault, VendorCharged.No, VendorRetryWith.Later, "17 18" },
        { BaiduCodeFamily.SetUpFault, VendorCharged.No, VendorRetryWith.Never, "6 19 100 283400 283421 283435 283520" },
        { BaiduCodeFamily.AccessToken, VendorCharged.No, VendorRetryWith.SameRequest, "110 111" },
        { BaiduCodeFamily.InvalidRequest, VendorCharged.No, VendorRetryWith.Never, "3 216100 216101 283513" },
        { BaiduCodeFamily.TokenDead, VendorCharged.No, VendorRetryWith.Never, "283437" },
        { BaiduCodeFamily.NotStarted, VendorCharged.No, VendorRetryWith.Later, "283450" },
        { BaiduCodeFamily.InProgress, VendorCharged.No, VendorRetryWith.Later, "283451" },
        { BaiduCodeFamily.OutsideWindow, VendorCharged.No, VendorRetryWith.Never, "283455" },
    };

    /// <summary>The lists of codes as the reference gives them, in its order.</summary>
    private static readonly string[] OfTheReference =
    [
        "2 4 6 17 18 19 100 110 111",
        "283435 283513 283512 283520 283421 283436 283437 283450 283451 283455 283400 283457 283507 222038 800001 800002",
        "0 222350 222351 222352 222353 222354 222355 222356 222360 222361 223120 223131 223135 223051",
        "216500 216501 216502 216503 216504 216505 216506 216507 216508 216509 216510",
        "216430 216431 216432 216433 216434 216908",
        "222202 223113 223114 223115 223116 223121 223122 223123 223124 223125 223126 223127 223129",
        "222304 222309 216200 216201 216202 222019 222020",
    ];

    [Theory]
    [MemberData(nameof(Facts))]
    public void A_code_is_what_the_sources_say(BaiduCodeFamily family, VendorCharged charged, VendorRetryWith retryWith, string codes) =>
        Assert.All(codes.Split(' ').Select(BaiduCodeTable.Of), entry =>
            Assert.Equal((entry.Code, family, charged, retryWith), (entry.Code, entry.Family, entry.Charged, entry.RetryWith)));

    [Fact]
    public void Every_code_that_a_source_lists_has_its_facts_here_and_its_row_in_the_table()
    {
        var sourced = OfTheReference.Append(OfTheDocument).Append(OfTheVendorAtLarge).SelectMany(Split).Distinct().Order(StringComparer.Ordinal).ToList();

        Assert.Equal(80, sourced.Count);
        Assert.Equal(sourced, Facts.SelectMany(row => Split((string)row[3])).Order(StringComparer.Ordinal));
        Assert.Equal(sourced, BaiduCodeTable.Listed.Select(entry => entry.Code).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Whom_a_refused_request_of_ours_reaches_is_told_that_they_did_nothing_wrong() =>
        Assert.All(BaiduCodeTable.Listed.Where(entry => entry.NextStep == BaiduNextStep.SetUp),
            entry => Assert.Equal(BaiduCodeTable.Of("283435").EndUser, entry.EndUser));

    private static string[] Split(string codes) => codes.Split(' ');
}
