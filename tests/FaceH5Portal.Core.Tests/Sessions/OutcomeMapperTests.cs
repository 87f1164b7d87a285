using FaceH5Portal.Core.Plans;
using FaceH5Portal.Core.Sessions;
using FaceH5Portal.Vendors;
using FaceH5Portal.Vendors.Baidu;
using FaceH5Portal.Vendors.Baidu.Codes;

namespace FaceH5Portal.Core.Tests.Sessions;

public sealed class OutcomeMapperTests
{
    private static readonly PlanTerms Compares = SandboxPlans.All[0];
    private static readonly PlanTerms LivenessOnly = SandboxPlans.All.Single(terms => terms.Source == ComparisonSource.LivenessOnly);
    private static readonly PlanTerms TypedByThePerson = SandboxPlans.All.Single(terms => terms.Entry == IdentityEntry.Manual);

    [Theory]
    [InlineData(Outcome.NoMatch, "222360")]
    [InlineData(Outcome.IdentityMismatch, "222351 222352 222353 222038")]
    [InlineData(Outcome.IdentityNotFound, "222354")]
    [InlineData(Outcome.NoPortraitOnFile, "222350 222355")]
    [InlineData(Outcome.PhotoUnusable, "222356 222202 223113 223114 223115 223116 223121 223127 223129 222299 223199 222304 222309 216200 222019")]
    [InlineData(Outcome.LivenessFailed, "223120 223051 223131 223135 216434 216500 216501 216502 216510 216908 216470 283457 283507 800001 800002")]
    [InlineData(Outcome.ProviderError, "222361 216430 216431 216432 216433 216503 216504 216505 216506 2 4 6 17 18 19 110 282000 283400 283512 283513")]
    [InlineData(Outcome.Uncertain, "222999 216700 800050 5 283999 999999 283437 283450 283455 nonsense")]
    public void A_failures_code_has_its_outcome(Outcome outcome, string codes) =>
        Assert.All(codes.Split(' '), code => Assert.Equal((code, outcome), (code, Of(code).Outcome)));

    [Theory]
    [InlineData(RetryWith.NewPhoto, "222356 222202 223113 223114 223115 223116 223121 223129 222299 223199 222304 222309 216200 216201 216202")]
    [InlineData(RetryWith.Later, "216430 216431 216432 216433 216503 216504 216505 216506 222361 2 4 17 18")]
    [InlineData(RetryWith.Never, "222019 222020 222038 222350 222351 222352 222353 222354 222355 6 19 100")]
    [InlineData(RetryWith.SameRequest, "222360 223120 223131 223051 216434 216501 216908 283457 283507 800001 222999")]
    public void A_retry_needs_what_the_table_says(RetryWith retryWith, string codes) =>
        Assert.All(codes.Split(' '), code => Assert.Equal((code, retryWith), (code, Of(code).RetryWith)));

    [Fact]
    public void Every_row_of_the_table_is_taken_over_word_by_word()
    {
        foreach (var entry in BaiduCodeTable.Listed.Where(entry => entry.Family != BaiduCodeFamily.Passed))
        {
            var meaning = Of(entry.Code);
            Assert.Equal((entry.RetryWith.ToString(), Word(entry.Charged)), (meaning.RetryWith.ToString(), meaning.IsCharged));
            Assert.Same(entry, OutcomeMapper.EntryOf(entry.Code, meaning.Outcome));
        }
    }

    [Fact]
    public void Who_passed_matches_needs_no_retry_and_is_charged_where_the_plan_compares()
    {
        var passed = Told("0") with { Passed = true };
        Assert.Equal(new AttemptMeaning(Outcome.Match, RetryWith.Never, true), OutcomeMapper.Of(passed, Compares));
        Assert.Equal(new AttemptMeaning(Outcome.Match, RetryWith.Never, false), OutcomeMapper.Of(passed, LivenessOnly));
    }

    [Theory]
    [InlineData("", 41.5, Outcome.NoMatch)]
    [InlineData("222999", 79.9, Outcome.NoMatch)]
    [InlineData("222999", 80.0, Outcome.Uncertain)]
    [InlineData("222999", null, Outcome.Uncertain)]
    [InlineData("223120", 41.5, Outcome.LivenessFailed)]
    public void A_score_below_the_mark_says_no_match_where_the_code_says_nothing(string code, double? score, Outcome outcome)
    {
        var meaning = OutcomeMapper.Of(Told(code) with { Score = score, Threshold = 80 }, Compares);
        Assert.Equal(outcome, meaning.Outcome);
        Assert.Equal(outcome == Outcome.NoMatch, OutcomeMapper.EntryOf(code, outcome).Code == BaiduCodes.BelowThreshold);
    }

    [Theory]
    [InlineData("222351", false, true)]
    [InlineData("222354", false, true)]
    [InlineData("222355", false, false)]
    [InlineData("223120", true, true)]
    public void A_wrong_identity_may_be_corrected_by_the_person_who_typed_it(string code, bool submitted, bool typed)
    {
        var attempt = Attempted(code);
        Assert.Equal((submitted, typed), (OutcomeMapper.MayTryAgain(attempt, Compares), OutcomeMapper.MayTryAgain(attempt, TypedByThePerson)));
    }

    [Theory]
    [InlineData("222351", null, true)]
    [InlineData("222351", false, false)]
    [InlineData("223120", null, false)]
    [InlineData("223120", true, true)]
    [InlineData("222999", true, true)]
    [InlineData("222999", false, false)]
    [InlineData("222999", null, null)]
    public void Whether_it_was_charged_the_bill_says_then_the_table_and_else_nobody(string code, bool? billed, bool? charged) =>
        Assert.Equal(charged, OutcomeMapper.Of(Told(code) with { IsCharged = billed }, Compares).IsCharged);

    private static AttemptMeaning Of(string code) => OutcomeMapper.Of(Told(code), Compares);

    private static VendorAttempt Told(string code) => new() { Order = 1, Passed = false, Code = code, Message = "" };

    private static bool? Word(VendorCharged charged) => charged switch { VendorCharged.Yes => true, VendorCharged.No => false, _ => null };

    private static Attempt Attempted(string code) => new()
    {
        Id = Guid.NewGuid(),
        SessionId = Guid.NewGuid(),
        VerifyTokenId = Guid.NewGuid(),
        Order = 1,
        Passed = false,
        Code = code,
        Message = "",
        Outcome = Of(code).Outcome,
        RetryWith = Of(code).RetryWith,
        IsCharged = null,
        VerifiedAtUtc = DateTime.UnixEpoch,
        RecordedAtUtc = DateTime.UnixEpoch,
    };
}
