using FaceH5Portal.Vendors.Baidu;
using FaceH5Portal.Vendors.Tests.Support;

namespace FaceH5Portal.Vendors.Tests.Baidu;

public sealed class StoredAnswerTests
{
    private const string Full = """
        {"success":true,"result":{"verify_count":1,"verify_result":[{"order":1,"code":"0","message":"核验成功 110101199003070011 号","verify_time":"2026-01-02 10:00:00",
        "ocr_count":2,"is_charged":true,"verify_detail":{"score":93.5,"face_image":"https://bj.bcebos.com/face.jpg?authorization=secret","verify_log_id":"1775074433891895605"},
        "idcard_confirm":{"name":"测试甲","idcard_number":"110101199003070011","idcard_type":"0"},
        "idcard_ocr_result":{"name":"测试甲","id_card_number":110101199003070011,"birthday":19900307,"address":"某地某路"},
        "tomorrows_field":"测试甲","110101199003070011":1}]},"log_id":"1775075543214005842"}
        """;

    [Theory]
    [InlineData("测试甲")]
    [InlineData("110101199003070011")]
    [InlineData("19900307")]
    [InlineData("某地某路")]
    [InlineData("secret")]
    [InlineData("face.jpg")]
    public void An_answer_is_shown_without_the_person_in_it(string personal) =>
        Assert.DoesNotContain(personal, StoredAnswer.Show(Full)!.Json, StringComparison.Ordinal);

    [Theory]
    [InlineData("\"score\": 93.5")]
    [InlineData("\"verify_log_id\": \"1775074433891895605\"")]
    [InlineData("\"log_id\": \"1775075543214005842\"")]
    [InlineData("\"verify_time\": \"2026-01-02 10:00:00\"")]
    [InlineData("\"message\": \"核验成功 … 号\"")]
    [InlineData("\"name\": \"***\"")]
    [InlineData("\"tomorrows_field\": \"***\"")]
    public void What_tells_nothing_of_anybody_is_shown_as_it_came(string shown) =>
        Assert.Contains(shown, StoredAnswer.Show(Full)!.Json, StringComparison.Ordinal);

    [Fact]
    public void Readings_of_certificates_and_faults_of_the_video_are_taken_out()
    {
        Assert.Equal(("getall", 2, null), (StoredAnswer.Show(Full)!.Call, StoredAnswer.Show(Full)!.OcrCount, StoredAnswer.Show(Full)!.ExtInfo));
        var media = StoredAnswer.Show("""{"success":true,"result":{"processVideo":[],"images":[],"extInfo":"transcode failed"}}""")!;
        Assert.Equal(("media", null, "transcode failed"), (media.Call, media.OcrCount, media.ExtInfo));
    }

    [Theory]
    [InlineData("""{"reason":"成功 测试甲","result":{"res":1,"score":"96","orderid":"JH264"},"error_code":0}""", "\"reason\": \"成功 …\"", "\"res\": 1", "\"score\": \"96\"", "\"orderid\": \"JH264\"")]
    [InlineData("""{"resultcode":"101","reason":"错误的请求KEY","result":null,"error_code":10001}""", "\"resultcode\": \"101\"", "\"result\": null", "\"error_code\": 10001")]
    [InlineData("""{"data":{"similarity":96.5,"session_id":"5d0e"},"code":0,"message":"OK"}""", "\"similarity\": 96.5", "\"session_id\": \"5d0e\"", "\"message\": \"OK\"")]
    [InlineData("""{"Response":{"Result":"FailedOperation.CompareLowSimilarity","Description":"低 110101199003070011","Sim":26.04,"RequestId":"a-1"}}""",
        "\"Result\": \"FailedOperation.CompareLowSimilarity\"", "\"Description\": \"低 …\"", "\"Sim\": 26.04", "\"RequestId\": \"a-1\"")]
    [InlineData("""{"code":"0000","msg":"ok","charge":1,"data":{"check_result":1,"certificate_score":87.3,"selfie_image_id":"keeps-a-face"},"request_id":"TID1"}""",
        "\"charge\": 1", "\"certificate_score\": 87.3", "\"selfie_image_id\": \"***\"", "\"request_id\": \"TID1\"")]
    public void An_answer_about_a_photo_is_shown_so_too(string body, params string[] shown)
    {
        var json = StoredAnswer.Show(body, "测试甲", "110101199003070011")!.Json;
        Assert.All(shown, part => Assert.Contains(part, json, StringComparison.Ordinal));
        Assert.DoesNotContain("测试甲", json, StringComparison.Ordinal);
        Assert.DoesNotContain("110101199003070011", json, StringComparison.Ordinal);
    }

    [Fact]
    public void What_stands_in_a_bare_result_is_not_taken_for_a_code() =>
        Assert.Contains("\"result\": \"***\"", StoredAnswer.Show("""{"result":"测试甲"}""")!.Json, StringComparison.Ordinal);

    [Theory]
    [InlineData("detail/seed-example", "detail")]
    [InlineData("media/recorded", "media")]
    [InlineData("stat/as-the-table-has-it", "stat")]
    [InlineData("stat/chinese-keys", "stat")]
    [InlineData("getall/recorded-from-the-vendor", "getall")]
    [InlineData("getall/token-dead", null)]
    public void The_question_is_known_by_the_shape_of_its_answer(string body, string? call) =>
        Assert.Equal(call, StoredAnswer.Show(new CorpusBody(body.Split('/')[0], body.Split('/')[1]).Text)!.Call);

    [Theory]
    [InlineData("")]
    [InlineData("<html>")]
    [InlineData("{\"a\":\"\\ud800\"}")]
    public void What_is_no_readable_text_is_not_shown(string body) => Assert.Null(StoredAnswer.Show(body));
}
