using System.Globalization;
using System.Text.RegularExpressions;
using FaceH5Portal.Vendors.Baidu;
using FaceH5Portal.Vendors.Baidu.Codes;

namespace FaceH5Portal.Vendors.Tests.Baidu.Codes;

public sealed partial class BaiduCodeTableTests
{
    /// <summary>Every code some source speaks of, written out again, so that a row that gets lost is missed.</summary>
    private static readonly int[] Known =
    [
        2, 3, 4, 6, 17, 18, 19, 100, 110, 111,
        283400, 283421, 283435, 283436, 283437, 283450, 283451, 283455, 283457, 283507, 283512, 283513, 283520,
        222038, 800001, 800002, 216100, 216101, 282000,
        0, 222350, 222351, 222352, 222353, 222354, 222355, 222356, 222360, 222361, 223120, 223131, 223135, 223051, 216908,
        .. Enumerable.Range(216430, 5), .. Enumerable.Range(216500, 11),
        222202, 223113, 223114, 223115, 223116, .. Enumerable.Range(223121, 7), 223129,
        222304, 222309, 216200, 216201, 216202, 222019, 222020,
    ];

    private static readonly string[] Unlisted = ["5", "216470", "216700", "222299", "222999", "223199", "283999", "800005", "800050", "999999"];

    private static readonly string[] KnownTexts = [.. Known.Select(code => code.ToString(CultureInfo.InvariantCulture))];

    public static TheoryData<string> KnownCodes => [.. KnownTexts];

    public static TheoryData<string> AllCodes => [.. KnownTexts, .. Unlisted, "no-credentials"];

    [Theory]
    [MemberData(nameof(KnownCodes))]
    public void A_known_code_has_a_row_of_its_own(string code)
    {
        var entry = BaiduCodeTable.Of(code);

        Assert.True(entry.IsListed);
        Assert.Equal(code, entry.Code);
        Assert.NotEqual(BaiduCodeFamily.Unknown, entry.Family);
        Assert.NotEqual(VendorCharged.Unknown, entry.Charged);
    }

    [Fact]
    public void No_code_is_listed_that_this_list_does_not_know() =>
        Assert.Equal(Known.Order(), BaiduCodeTable.Listed.Select(entry => int.Parse(entry.Code, CultureInfo.InvariantCulture)));

    [Theory]
    [MemberData(nameof(AllCodes))]
    public void Every_text_is_there_in_its_language(string code)
    {
        var entry = BaiduCodeTable.Of(code);

        foreach (var text in (VendorText[])[entry.EndUser, entry.Operator])
        {
            Assert.Matches(@"\p{IsCJKUnifiedIdeographs}{4}.*。$", text.Chinese);
            Assert.Matches(@"^[A-Z].{20,}[.]$", text.English);
            Assert.DoesNotMatch(@"\p{IsCJKUnifiedIdeographs}|[，。；！？]", text.English);
            Assert.NotEqual(text.Chinese, text.English);
        }
    }

    [Theory]
    [MemberData(nameof(AllCodes))]
    public void A_person_reads_no_code_and_no_jargon_and_is_told_what_to_do(string code)
    {
        var text = BaiduCodeTable.Of(code).EndUser;

        Assert.DoesNotMatch(@"\d", text.Chinese + text.English);
        Assert.DoesNotMatch(Jargon(), text.Chinese + text.English);
        Assert.Matches("请", text.Chinese);
        Assert.Matches("(?i)please", text.English);
    }

    [Fact]
    public void Each_code_has_something_of_its_own_to_tell_the_operator() =>
        Assert.InRange(BaiduCodeTable.Listed.Select(entry => entry.Operator.English).Distinct().Count(), Known.Length - 5, Known.Length);

    [Theory]
    [MemberData(nameof(AllCodes))]
    public void What_a_row_says_hangs_together(string code)
    {
        var entry = BaiduCodeTable.Of(code);

        Assert.Equal(entry.Family, BaiduCodes.FamilyOf(code));
        Assert.Equal(entry.IsVerdict, BaiduCodes.IsVerdict(code));
        Assert.True(entry.IsVerdict || entry.Charged != VendorCharged.Yes);
        Assert.Equal(entry.Family == BaiduCodeFamily.Passed, entry.NextStep == BaiduNextStep.Done);
        Assert.True(entry.NextStep is not (BaiduNextStep.TryAgain or BaiduNextStep.BetterLight) || entry.Token != BaiduTokenAfter.None);
        Assert.True(entry.NextStep != BaiduNextStep.SetUp || entry.RetryWith == VendorRetryWith.Never);
    }

    [Theory]
    [InlineData("216470", BaiduCodeFamily.LivenessFailed, true)]
    [InlineData("216700", BaiduCodeFamily.Unknown, true)]
    [InlineData("222250", BaiduCodeFamily.FaceQuality, true)]
    [InlineData("223150", BaiduCodeFamily.FaceQuality, true)]
    [InlineData("222999", BaiduCodeFamily.Unknown, true)]
    [InlineData("800005", BaiduCodeFamily.LivenessFailed, true)]
    [InlineData("800050", BaiduCodeFamily.Unknown, true)]
    [InlineData("5", BaiduCodeFamily.Unknown, false)]
    [InlineData("283999", BaiduCodeFamily.Unknown, false)]
    [InlineData("999999", BaiduCodeFamily.Unknown, false)]
    [InlineData("99999999999999999999", BaiduCodeFamily.Unknown, false)]
    [InlineData("-1", BaiduCodeFamily.Unknown, false)]
    [InlineData("00", BaiduCodeFamily.Unknown, false)]
    [InlineData("1-999", BaiduCodeFamily.Unknown, false)]
    [InlineData("*", BaiduCodeFamily.Unknown, false)]
    [InlineData("invalid_client", BaiduCodeFamily.Unknown, false)]
    [InlineData("", BaiduCodeFamily.Unknown, false)]
    public void An_unlisted_code_is_taken_like_its_neighbours(string code, BaiduCodeFamily family, bool isVerdict)
    {
        var entry = BaiduCodeTable.Of(code);

        Assert.False(entry.IsListed);
        Assert.Equal((code, family, isVerdict), (entry.Code, entry.Family, entry.IsVerdict));
    }

    [Fact]
    public void No_code_at_all_and_spaces_around_one_do_no_harm()
    {
        Assert.Equal("", BaiduCodeTable.Of(null).Code);
        Assert.Same(BaiduCodeTable.Of("222351"), BaiduCodeTable.Of(" 222351 "));
    }

    [Fact]
    public void A_text_speaks_the_readers_language()
    {
        var text = BaiduCodeTable.Of("0").EndUser;

        Assert.Equal(text.Chinese, text.In(CultureInfo.GetCultureInfo("zh-CN")));
        Assert.Equal(text.Chinese, text.In(CultureInfo.GetCultureInfo("zh-Hant")));
        Assert.Equal(text.English, text.In(CultureInfo.GetCultureInfo("en-GB")));
    }

    [GeneratedRegex("(?i)token|\\bapi\\b|\\bqps\\b|\\bocr\\b|\\bcodes?\\b|quota|access|liveness|threshold|vendor|baidu|令牌|接口|错误码|额度|活体|阈值|权威库|比对源|百度|厂商")]
    private static partial Regex Jargon();
}
