using FaceH5Portal.Vendors.Baidu;
using FaceH5Portal.Vendors.Tests.Support;

namespace FaceH5Portal.Vendors.Tests.Baidu;

public sealed class AttemptReadingTests
{
    [Theory]
    [InlineData("2023-6-20 18:00:00", 2023, 6, 20, 10)]
    [InlineData("2023-06-20 18:00:00", 2023, 6, 20, 10)]
    [InlineData("2023-1-1 7:00:00", 2022, 12, 31, 23)]
    public async Task Beijing_times_become_utc_padded_or_not(string written, int year, int month, int day, int hour)
    {
        var attempt = await AttemptAsync($"\"code\":\"0\",\"verify_time\":\"{written}\"");

        Assert.Equal(new DateTime(year, month, day, hour, 0, 0), attempt.VerifiedAtUtc);
        Assert.Equal(DateTimeKind.Utc, attempt.VerifiedAtUtc!.Value.Kind);
    }

    [Theory]
    [InlineData("\"\"")]
    [InlineData("null")]
    [InlineData("\"soon\"")]
    [InlineData("\"0001-01-01 00:00:00\"")]
    [InlineData("{}")]
    public async Task A_time_that_is_none_is_absent(string written) =>
        Assert.Null((await AttemptAsync($"\"code\":\"0\",\"charge_time\":{written}")).ChargedAtUtc);

    [Fact]
    public async Task Words_for_flags_and_text_for_numbers_are_understood()
    {
        var attempt = await AttemptAsync("""
            "order":"2","code":222360,"is_verify_passed":"false","is_charged":"ture","is_ocr_charge":"1","ocr_count":"3",
            "verify_detail":{"score":"61.5","threshold":"80","risk_level":2,"is_demote":"true"}
            """);

        Assert.Equal((2, false, "222360"), (attempt.Order, attempt.Passed, attempt.Code));
        Assert.True(attempt.IsCharged);
        Assert.True(attempt.IsOcrCharged);
        Assert.Equal((3, 61.5, 80.0, "2", true), (attempt.OcrCount, attempt.Score, attempt.Threshold, attempt.RiskLevel, attempt.IsDemote));
    }

    [Theory]
    [InlineData("", null)]
    [InlineData(",\"is_charged\":null,\"charge_time\":\"\"", null)]
    [InlineData(",\"is_charged\":false", false)]
    [InlineData(",\"charge_time\":\"2023-6-20 18:00:00\"", true)]
    public async Task A_bill_that_does_not_say_is_not_taken_for_free(string told, bool? charged) =>
        Assert.Equal(charged, (await AttemptAsync("\"code\":\"222999\"" + told)).IsCharged);

    [Fact]
    public async Task Empty_scores_of_a_failed_identity_are_absent_not_zero()
    {
        var attempt = await AttemptAsync("""
            "code":"222351","is_verify_passed":false,"message":"身份证姓名不匹配","is_charged":true,"charge_type":"verify","verify_detail":{"score":"","threshold":80,"verify_log_id":""}
            """);

        Assert.Equal("222351", attempt.Code);
        Assert.Null(attempt.Score);
        Assert.Null(attempt.VerifyLogId);
        Assert.Equal("身份证姓名不匹配", attempt.Message);
    }

    [Fact]
    public async Task Ocr_and_images_beside_the_confirmed_identity_are_read_too()
    {
        var attempt = await AttemptAsync("""
            "code":"0","idcard_confirm":{"name":"李四","idcard_number":"1"},
            "idcard_ocr_result":{"name":"李司","id_card_number":"2"},"idcard_images":{"front_image":"f.jpg"}
            """);

        Assert.Equal(new OcrIdentity { Name = "李司", Number = "2" }, attempt.Ocr);
        Assert.Equal("f.jpg", attempt.CertificateFrontUrl);
        Assert.Null(attempt.CertificateBackUrl);
    }

    [Fact]
    public async Task A_confirmed_identity_in_an_array_is_read() =>
        Assert.Equal(
            new ConfirmedIdentity("李四", "1", null),
            (await AttemptAsync("\"code\":\"0\",\"idcard_confirm\":[{\"name\":\"李四\",\"idcard_number\":\"1\"}]")).Confirmed);

    [Fact]
    public async Task A_flag_and_a_code_that_contradict_are_not_a_pass()
    {
        Assert.False((await AttemptAsync("\"code\":\"222360\",\"is_verify_passed\":true")).Passed);
        var denied = await AttemptAsync("\"code\":\"0\",\"is_verify_passed\":false");
        Assert.False(denied.Passed);
        Assert.NotEqual("0", denied.Code);
    }

    private static async Task<VendorAttempt> AttemptAsync(string entry) =>
        Assert.Single((await ReadAsync(Bodies.GetAllWith("{" + entry + "}"))).Value!.Attempts);

    private static async Task<VendorAnswer<VerificationRecord>> ReadAsync(string body)
    {
        using var bench = BaiduBench.WithStub();
        bench.Stub.Plan(Paths.GetAll, body);
        return await bench.Client.GetAllAsync(BaiduBench.VerifyToken, CancellationToken.None);
    }
}
