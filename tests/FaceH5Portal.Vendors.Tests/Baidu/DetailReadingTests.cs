using FaceH5Portal.Vendors.Baidu;
using FaceH5Portal.Vendors.Tests.Support;

namespace FaceH5Portal.Vendors.Tests.Baidu;

public sealed class DetailReadingTests
{
    [Fact]
    public async Task The_documents_example_is_read_whole()
    {
        var answer = await ReadAsync(Bodies.Detail);

        Assert.Equal("160931948204246", answer.LogId);
        var expected = new VerificationDetail
        {
            Passed = true,
            Code = "0",
            Message = "",
            Score = 93.7835,
            LivenessScore = 0.9672966,
            SpoofingScore = 0,
            Confirmed = new ConfirmedIdentity("柴某", "370000199602165826", null),
            Ocr = new OcrIdentity
            {
                Name = "柴某",
                Number = "370000199602165826",
                Gender = "女",
                Nation = "汉",
                Birthday = "19960216",
                Address = "某省某市",
                IssueAuthority = "某市公安局",
                IssueTime = "20121103",
                ExpireTime = "20221103",
            },
        };
        Assert.Equal(expected, answer.Value);
    }

    [Theory]
    [InlineData("222351")]
    [InlineData("\"222360\"")]
    [InlineData("223120")]
    [InlineData("222361")]
    public async Task A_person_who_failed_is_an_answer(string code)
    {
        var answer = await ReadAsync(Bodies.Failure(code, "不匹配"));

        Assert.True(answer.IsSuccess);
        Assert.False(answer.Value.Passed);
        Assert.Equal(code.Trim('"'), answer.Value.Code);
        Assert.Equal("不匹配", answer.Value.Message);
        Assert.Equal("9", answer.LogId);
    }

    [Theory]
    [InlineData("283437")]
    [InlineData("283450")]
    [InlineData("283451")]
    [InlineData("283512")]
    public async Task A_request_that_failed_is_a_fault(string code)
    {
        var answer = await ReadAsync(Bodies.Failure(code));

        Assert.False(answer.IsSuccess);
        Assert.Equal((VendorFaultKind.Refused, code), (answer.Fault.Kind, answer.Fault.Code));
    }

    [Theory]
    [InlineData("""{"success":true,"result":{"verify_result":{"is_demote":true}}}""")]
    [InlineData("""{"success":true,"result":{"verify_result":{},"is_demote":"true"}}""")]
    [InlineData("""{"success":true,"result":{"verify_result":[{"score":"1"}]},"is_demote":true}""")]
    public async Task A_downgrade_is_found_wherever_it_is_written(string body) =>
        Assert.True((await ReadAsync(body)).Value!.IsDemote);

    [Fact]
    public async Task Scores_as_text_and_a_confirmed_array_are_read()
    {
        var answer = await ReadAsync("""
            {"success":"true","result":{"verify_result":{"score":"88.25","liveness_score":"","spoofing_score":"0.1"},"idcard_confirm":[{"name":"李四","idcard_number":"1"}]}}
            """);

        Assert.Equal((88.25, null, 0.1), (answer.Value!.Score, answer.Value.LivenessScore, answer.Value.SpoofingScore));
        Assert.Equal("李四", answer.Value.Confirmed?.Name);
    }

    [Theory]
    [InlineData("""{"success":true}""")]
    [InlineData("""{"result":{"verify_result":{"score":99}}}""")]
    [InlineData("""{"success":false,"code":0,"result":{"verify_result":{"score":99}}}""")]
    [InlineData("""{"success":false,"message":"?"}""")]
    public async Task What_does_not_clearly_say_passed_is_not_a_pass(string body) =>
        Assert.Equal(VendorFaultKind.Unreadable, (await ReadAsync(body)).Fault?.Kind);

    [Fact]
    public async Task A_success_that_carries_a_failing_code_is_not_a_pass() =>
        Assert.False((await ReadAsync("""{"success":true,"code":222351,"result":{"verify_result":{"score":99}}}""")).Value!.Passed);

    [Fact]
    public async Task A_detail_may_be_larger_than_other_answers()
    {
        string image = new('A', 9 * 1024 * 1024);

        var answer = await ReadAsync($$"""{"success":true,"result":{"verify_result":{"score":90},"idcard_images":{"front_base64":"{{image}}"} } }""");

        Assert.Equal(90, answer.Value?.Score);
    }

    private static async Task<VendorAnswer<VerificationDetail>> ReadAsync(string body)
    {
        using var bench = BaiduBench.WithStub();
        bench.Stub.Plan(Paths.Detail, body);
        return await bench.Client.GetDetailAsync(BaiduBench.VerifyToken, CancellationToken.None);
    }
}
