namespace FaceH5Portal.Sandbox.Profile;

/// <summary>Every switch of the profile, in the order in which they are shown.</summary>
internal static class Switches
{
    public static readonly ProfileSwitch EarlyQuery = new("early_query",
        "A result query before the person accepted the statement: kills the token, or is merely answered 283450.", "strict", "lenient");
    public static readonly ProfileSwitch RedirectPrecedence = new("redirect_precedence",
        "Which way back wins when the page's address and redirect_config both name one.", "url", "config");
    public static readonly ProfileSwitch V4Quota = new("v4_quota",
        "Whether the account may call the V4 services behind the flow; without them simple, detail and getall answer error 18.", "active", "none");
    public static readonly ProfileSwitch AfterRetention = new("after_retention",
        "The code of a result query once the result's three days are over.", "283437", "283455");
    public static readonly ProfileSwitch MediaAfterADay = new("media_after_a_day",
        "Whether media/query still lists the files when their day is over.", "dead_urls", "empty");
    public static readonly ProfileSwitch OcrPlacement = new("ocr_placement",
        "getall: OCR result and pictures inside idcard_confirm, or beside it.", "nested", "sibling");
    public static readonly ProfileSwitch IsDemoteIn = new("is_demote_in",
        "detail: the object that holds is_demote.", "result", "verify_result");
    public static readonly ProfileSwitch VerdictCodes = new("verdict_codes",
        "A number in detail and a string in getall, or the same in both.", "documented", "number", "string");
    public static readonly ProfileSwitch StatCodes = new("stat_codes", "stat: the type of error_code.", "string", "number");
    public static readonly ProfileSwitch StatCounts = new("stat_counts", "stat: the type of count.", "number", "string");
    public static readonly ProfileSwitch StatKeys = new("stat_keys", "stat: names of the APIs, as today or as in older versions.", "english", "chinese");
    public static readonly ProfileSwitch Scores = new("scores", "The type of scores and thresholds.", "number", "string");
    public static readonly ProfileSwitch LivenessScore = new("liveness_score", "getall: the liveness score, or the reserved zero.", "value", "zero");
    public static readonly ProfileSwitch Times = new("times", "2023-06-20 08:00:00, or 2023-6-20 8:00:00.", "padded", "unpadded");
    public static readonly ProfileSwitch Absent = new("absent", "What stands for a value that is not there.", "null", "empty", "missing");
    public static readonly ProfileSwitch PassMessage = new("pass_message", "getall: the message of an attempt that passed, or nothing.", "text", "empty");
    public static readonly ProfileSwitch FaceImage = new("face_image", "getall: a signed address, or a bare file name.", "url", "bare");
    public static readonly ProfileSwitch FailureFields = new("failure_fields",
        "The names in a failure: code and message, or error_code and error_msg.", "code", "error_code");
    public static readonly ProfileSwitch Charges = new("charges",
        "getall: the charges as they are on the books, or told wrong: a failure that is free as charged, a comparison as free, one more in the sum, or no word of them.",
        "as_booked", "free_as_charged", "charged_as_free", "one_more", "silent");
    public static readonly ProfileSwitch StatComparisons = new("stat_comparisons", "stat: the comparisons as they were, or one more.", "as_booked", "one_more");
    public static readonly ProfileSwitch Json = new("json", "Proper JSON, or with comments and trailing commas as in the documents' examples.", "clean", "loose");

    public static readonly IReadOnlyList<ProfileSwitch> All =
    [
        EarlyQuery, RedirectPrecedence, V4Quota, AfterRetention, MediaAfterADay, OcrPlacement, IsDemoteIn, VerdictCodes, StatCodes, StatCounts,
        StatKeys, Scores, LivenessScore, Times, Absent, PassMessage, FaceImage, FailureFields, Charges, StatComparisons, Json,
        .. PhotoSwitches.All,
    ];
}
