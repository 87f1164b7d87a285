using FaceH5Portal.Vendors.Baidu;
using FaceH5Portal.Vendors.Tests.Support;

namespace FaceH5Portal.Vendors.Tests.Baidu;

public sealed class RecordReadingTests
{
    [Fact]
    public async Task The_documents_example_is_read_whole()
    {
        var answer = await ReadAsync(Bodies.GetAll);

        Assert.True(answer.IsSuccess);
        Assert.Equal("123456", answer.LogId);
        Assert.Equal((1, 1, 1, 1, 0), (answer.Value.VerifyCount, answer.Value.OcrChargeCount, answer.Value.MatchChargeCount, answer.Value.VerifyChargeCount, answer.Value.LiveChargeCount));
        var attempt = Assert.Single(answer.Value.Attempts);
        var moment = new DateTime(2023, 10, 10, 2, 10, 10, DateTimeKind.Utc);
        var expected = new VendorAttempt
        {
            Order = 1,
            Passed = true,
            Code = "0",
            Message = "",
            VerifiedAtUtc = moment,
            IsCharged = true,
            ChargeType = "verify",
            ChargedAtUtc = moment,
            IsOcrCharged = true,
            OcrCount = 2,
            OcrChargedAtUtc = moment,
            FaceImageUrl = "xxx.jpg",
            VerifyLogId = "xxx",
            Score = 89.9,
            Threshold = 80,
            LivenessScore = 80,
            SpoofingScore = 80,
            RiskLevel = "1",
            RiskTag = "xxx",
            IsDemote = false,
            Confirmed = new ConfirmedIdentity("张三", "36213219923232X", "0"),
            Ocr = new OcrIdentity
            {
                Name = "张三",
                Number = "36213219923232X",
                Gender = "男",
                Nation = "汉族",
                Birthday = "2020-10-10 10:10:10",
                Address = "江西省赣州市",
                IssueAuthority = "江西省赣州市",
                IssueTime = "2020-10-10 10:10:10",
                ExpireTime = "2028-10-10 10:10:10",
            },
            CertificateFrontUrl = "front.jpg",
            CertificateBackUrl = "back.jpg",
        };
        Assert.Equal(expected, attempt);
    }

    [Fact]
    public async Task A_recorded_answer_keeps_every_digit_of_its_ids()
    {
        var answer = await ReadAsync(Bodies.GetAllRecorded);

        Assert.Equal("1775075543214005842", answer.LogId);
        var attempt = Assert.Single(answer.Value!.Attempts);
        Assert.Equal("1775074433891895605", attempt.VerifyLogId);
        Assert.Equal(84.4000015258789, attempt.Score);
        Assert.Null(attempt.RiskLevel);
        Assert.Null(attempt.SpoofingScore);
        Assert.Null(attempt.Ocr);
        Assert.Null(attempt.OcrChargedAtUtc);
        Assert.False(attempt.IsOcrCharged);
    }

    [Fact]
    public async Task The_raw_body_is_kept_as_it_came() =>
        Assert.Equal(Bodies.GetAllRecorded, (await ReadAsync(Bodies.GetAllRecorded)).RawBody);

    [Fact]
    public async Task Comments_and_trailing_commas_are_tolerated()
    {
        var answer = await ReadAsync("{\"success\":true, // yes\n\"result\":{\"verify_count\":0,\"verify_result\":[],},}");

        Assert.Empty(answer.Value!.Attempts);
    }

    [Fact]
    public async Task A_newer_charge_type_and_count_are_kept()
    {
        var answer = await ReadAsync("""{"success":true,"result":{"verify_count":1,"live_charge_count":"1","will_verify":false,"verify_result":[{"code":"0","is_charged":true,"charge_type":"live"}]}}""");

        Assert.Equal(1, answer.Value!.LiveChargeCount);
        Assert.Equal("live", answer.Value.Attempts[0].ChargeType);
    }

    [Theory]
    [InlineData("""{"success":true,"log_id":"1"}""")]
    [InlineData("""{"success":true,"result":null}""")]
    [InlineData("""{"success":true,"result":1}""")]
    [InlineData("""{"success":true,"result":{"verify_count":1}}""")]
    [InlineData("""{"success":true,"result":{"verify_count":2,"verify_result":[{"code":"0"},null]}}""")]
    [InlineData("""{"success":true,"result":{"verify_count":1,"verify_result":[{"message":"?"}]}}""")]
    public async Task An_answer_that_would_lose_an_attempt_is_unreadable(string body)
    {
        var answer = await ReadAsync(body);

        Assert.Equal(VendorFaultKind.Unreadable, answer.Fault?.Kind);
        Assert.Equal(body, answer.RawBody);
    }

    private static async Task<VendorAnswer<VerificationRecord>> ReadAsync(string body)
    {
        using var bench = BaiduBench.WithStub();
        bench.Stub.Plan(Paths.GetAll, body);
        return await bench.Client.GetAllAsync(BaiduBench.VerifyToken, CancellationToken.None);
    }
}
