using System.Globalization;

namespace VendorStub;

internal static class Answers
{
    public const string Stat =
        """{"Verify_FIN":[{"error_code":"0","count":1}],"Sessioncode":[{"error_code":"0","count":1}],"OCR":[],"verify":[{"error_code":"0","count":1}],"VideoLiveness":[],"Livenesscolorful":[{"error_code":"0","count":1}],"VerifySec":[]}""";

    public const string Compared =
        """{"reason":"成功","result":{"res":1,"score":"93.51","message":"身份证号与姓名匹配，且比对成功","orderid":"J202603010001"},"error_code":0}""";

    private static readonly TimeSpan Beijing = TimeSpan.FromHours(8);

    public static IResult Json(string text) => TypedResults.Text(text, "application/json");

    public static IResult Success(string result) => Json(
        $$"""{"success":true,"result":{{result}},"log_id":"{{Random.Shared.NextInt64(1_000_000_000_000_000_000, 2_000_000_000_000_000_000)}}"}""");

    public static string Detail(Submitted person) =>
        $$$"""{"verify_result":{"score":93.51,"liveness_score":0.9999,"spoofing":0},"is_demote":false,"idcard_confirm":{"name":"{{{person.Name}}}","idcard_number":"{{{person.Number}}}"}}""";

    public static string GetAll(Submitted person, string host)
    {
        var now = DateTimeOffset.UtcNow.ToOffset(Beijing).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
        return $$$"""{"verify_count":1,"ocr_charge_count":0,"match_charge_count":0,"verify_charge_count":1,"verify_result":[{"order":1,"code":"0","message":"核验成功","is_verify_passed":true,"verify_time":"{{{now}}}","is_charged":true,"charge_type":"verify","charge_time":"{{{now}}}","is_ocr_charge":false,"ocr_count":0,"ocr_charge_time":null,"verify_detail":{"score":93.51,"threshold":80,"app":true,"face_image":"{{{host}}}/face.jpg","verify_log_id":"1500000000000000000","liveness_score":0,"spoofing_score":null,"risk_level":null,"risk_tag":null,"is_demote":false},"idcard_confirm":{"name":"{{{person.Name}}}","idcard_number":"{{{person.Number}}}","idcard_type":"0","idcard_ocr_result":null,"idcard_images":null}}]}""";
    }
}
