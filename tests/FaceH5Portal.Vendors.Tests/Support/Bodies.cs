namespace FaceH5Portal.Vendors.Tests.Support;

/// <summary>Answers as the vendor's document shows them or its servers were seen to write them, with invented people.</summary>
internal static class Bodies
{
    public const string Generated = """{ "success": true, "result": { "verify_token": "Yz9rWITm4vak16PBAh5x8oG7" }, "log_id": "1814798895" }""";

    public const string Submitted = """{ "success": true, "result": 1, "log_id": "1244068892" }""";

    public const string Uploaded = """{ "success": true, "result": null, "log_id": "1329130892" }""";

    public const string Simple = """{ "success": true, "result": { "image":"https://brain.baidu.com/solution/faceprint/image/query?verify_token=xxxxxx" }, "log_id": "1054986003" }""";

    public const string Stat = """{ "success": true, "result": { "Verify_FIN": [ { "error_code": 0, "count": 1 } ], "OCR": [] }, "log_id": "1405335905" }""";

    public const string Media = """{ "success": true, "result": { "processVideo": [ "http://bj.bcebos.com/v1/aa.mp4" ], "video": [], "images": [], "extInfo": null }, "log_id": "1534116864874049322" }""";

    public const string Detail = """
        { "success": true, "result": { "verify_result": { "score": 93.7835, "liveness_score": 0.9672966, "spoofing": 0.0 },
          "idcard_ocr_result": { "birthday": "19960216", "issue_authority": "某市公安局", "address": "某省某市", "gender": "女", "nation": "汉",
            "expire_time": "20221103", "name": "柴某", "issue_time": "20121103", "id_card_number": "370000199602165826" },
          "idcard_images": { "front_base64": "/9j/4AAQSkZJRgAB", "back_base64": "/9j/4AAQSkZJRgAB" },
          "idcard_confirm": { "idcard_number": "370000199602165826", "name": "柴某" } }, "log_id": "160931948204246" }
        """;

    /// <summary>The document's example: OCR inside idcard_confirm.</summary>
    public const string GetAll = """
        { "success":true, "log_id":"123456", "result":{ "verify_count":1, "ocr_charge_count":1, "match_charge_count":1, "verify_charge_count":1,
          "verify_result":[ { "order":1, "is_verify_passed":true, "code":"0", "message":"", "verify_time":"2023-10-10 10:10:10",
            "is_charged":true, "charge_type":"verify", "charge_time":"2023-10-10 10:10:10",
            "is_ocr_charge":true, "ocr_count":2, "ocr_charge_time":"2023-10-10 10:10:10",
            "verify_detail":{ "face_image":"xxx.jpg", "verify_log_id":"xxx", "score":89.9, "threshold":80, "liveness_score":80,
              "spoofing_score":80, "risk_level":"1", "risk_tag":"xxx", "is_demote":false },
            "idcard_confirm":{ "name":"张三", "idcard_number":"36213219923232X", "idcard_type":"0",
              "idcard_ocr_result":{ "address":"江西省赣州市", "birthday":"2020-10-10 10:10:10", "name":"张三", "idcard_number":"36213219923232X",
                "idcard_type":"0", "gender":"男", "nation":"汉族", "issue_time":"2020-10-10 10:10:10", "expire_time":"2028-10-10 10:10:10",
                "issue_authority":"江西省赣州市" },
              "idcard_images":{ "front_image":"front.jpg", "back_image":"back.jpg" } } } ] } }
        """;

    /// <summary>As a server wrote it: widened floats, long ids, nulls.</summary>
    public const string GetAllRecorded = """
        {"success":true,"result":{"verify_count":1,"ocr_charge_count":0,"match_charge_count":0,"verify_charge_count":1,
         "verify_result":[{"order":1,"code":"0","message":"核验成功","is_verify_passed":true,
          "verify_time":"2024-04-02 16:15:01","is_charged":true,"charge_type":"verify","charge_time":"2024-04-02 16:15:01",
          "is_ocr_charge":false,"ocr_count":0,"ocr_charge_time":null,
          "verify_detail":{"score":84.4000015258789,"threshold":80.0,"app":true,
           "face_image":"https://bj.bcebos.com/v1/face.jpg?authorization=bce-auth-v1%2Fx%2F86400","verify_log_id":1775074433891895605,
           "liveness_score":0.99999183,"spoofing_score":null,"risk_level":null,"risk_tag":null,"is_demote":false},
          "idcard_confirm":{"name":"李四","idcard_number":"110101199003070000","idcard_type":"0","idcard_ocr_result":null,"idcard_images":null}}]},
         "log_id":1775075543214005842}
        """;

    public static string Failure(string code, string message = "失败") =>
        $$"""{"success":false,"code":{{code}},"message":"{{message}}","log_id":"9"}""";

    /// <summary>As the gateway says that there were too many requests.</summary>
    public static string Limit(string code) => $$"""{"error_code":{{code}},"error_msg":"limit reached"}""";

    /// <summary>A getall with one entry made of the given fields.</summary>
    public static string GetAllWith(string entry) => $$"""{"success":true,"result":{"verify_count":1,"verify_result":[{{entry}}]} }""";
}
