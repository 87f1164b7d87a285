using System.Globalization;
using System.Text.RegularExpressions;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Plans;
using FaceH5Portal.Core.Sessions;
using FaceH5Portal.Core.Sessions.Journey;
using FaceH5Portal.Vendors.Baidu.Codes;
using FaceH5Portal.Web.Display;

namespace FaceH5Portal.Web.Tests;

public sealed partial class FailureDisplayTests
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");
    private static readonly CultureInfo Chinese = CultureInfo.GetCultureInfo("zh-CN");

    [Theory]
    [InlineData("222356", EndUserStep.BetterLight, EndUserStep.AskSender)]
    [InlineData("223120", EndUserStep.TryAgain, EndUserStep.AskSender)]
    [InlineData("222361", EndUserStep.Wait, EndUserStep.AskSender)]
    [InlineData("216430", EndUserStep.Wait, EndUserStep.AskSender)]
    [InlineData("283457", EndUserStep.OtherDevice, EndUserStep.AskOtherWay)]
    [InlineData("222351", EndUserStep.CheckIdentity, EndUserStep.AskCorrection)]
    [InlineData("999999", EndUserStep.LaterOrAsk, EndUserStep.AskSender)]
    [InlineData("", EndUserStep.LaterOrAsk, EndUserStep.AskSender)]
    public void The_next_step_is_one_that_the_link_still_allows(string code, EndUserStep may, EndUserStep mayNot)
    {
        Assert.Equal(may, FailureDisplay.Of(View(code, SessionStatus.AwaitingUser), English)!.Step);
        Assert.Equal(may, FailureDisplay.Of(View(code, SessionStatus.Capturing), English)!.Step);
        Assert.Equal(mayNot, FailureDisplay.Of(View(code, SessionStatus.Failed), English)!.Step);
    }

    [Fact]
    public void The_sentence_is_the_tables_in_the_language_of_the_person()
    {
        foreach (var entry in BaiduCodeTable.Listed)
        {
            var view = View(entry.Code, SessionStatus.Failed);
            Assert.Equal((entry.EndUser.English, entry.EndUser.Chinese),
                (FailureDisplay.Of(view, English)!.Sentence, FailureDisplay.Of(view, Chinese)!.Sentence));
        }
    }

    [Fact]
    public void A_score_below_the_mark_without_a_known_code_reads_like_any_other() => Assert.Equal(
        BaiduCodeTable.Of("222360").EndUser.English, FailureDisplay.Of(View("", SessionStatus.Failed, Outcome.NoMatch), English)!.Sentence);

    [Theory]
    [InlineData(SessionStatus.AwaitingUser, null)]
    [InlineData(SessionStatus.Confirming, "222356")]
    [InlineData(SessionStatus.Passed, "222356")]
    [InlineData(SessionStatus.Expired, "222356")]
    [InlineData(SessionStatus.Cancelled, "cancelled-by-operator")]
    [InlineData(SessionStatus.Unresolved, "222356")]
    public void Where_nothing_failed_or_it_no_longer_matters_nothing_is_said(SessionStatus status, string? reason) =>
        Assert.Null(FailureDisplay.Of(View(reason, status), English));

    [Fact]
    public void A_refused_launch_is_told_in_the_tables_words_and_an_unknown_one_is_not()
    {
        Assert.Equal(BaiduCodeTable.Of("222352").EndUser.Chinese, FailureDisplay.OfLaunch(new PortalError("vendor-unavailable", null, "222352"), Chinese));
        Assert.Null(FailureDisplay.OfLaunch(new PortalError("vendor-unavailable", null, "Unreachable"), English));
        Assert.Null(FailureDisplay.OfLaunch(new PortalError("link-closed"), English));
    }

    [Fact]
    public void No_step_and_no_refusal_names_what_is_inside_the_vendor()
    {
        var told = new[] { TextResources.English, TextResources.Chinese }.SelectMany(texts => texts)
            .Where(text => text.Key.StartsWith("EndUser.Step.", StringComparison.Ordinal) || text.Key == "Error.vendor-unavailable").ToList();
        Assert.NotEmpty(told);
        Assert.All(told, text => Assert.DoesNotMatch(Inside(), text.Value));
    }

    private static EndUserView View(string? reason, SessionStatus status, Outcome outcome = Outcome.Uncertain) => new(
        Guid.NewGuid(), status, "a test", reason, outcome, status == SessionStatus.Failed ? JourneyStep.Done : JourneyStep.Start, SandboxPlans.All[0]);

    [GeneratedRegex(@"(?i)token|\bplan\b|\bkeys?\b|\bapi\b|\bcodes?\b|baidu|令牌|方案|密钥|接口|错误码|百度|\d{2,}|\{0\}")]
    private static partial Regex Inside();
}
