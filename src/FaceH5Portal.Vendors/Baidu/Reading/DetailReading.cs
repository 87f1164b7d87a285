using FaceH5Portal.Vendors.Reading;

namespace FaceH5Portal.Vendors.Baidu.Reading;

/// <summary>Reads <c>result/detail</c>, whose envelope is itself the verdict.</summary>
internal static class DetailReading
{
    public static VerificationDetail? Read(BaiduEnvelope envelope)
    {
        string message = envelope.Message ?? "";
        if (!envelope.IsSuccess)
            return new VerificationDetail { Passed = false, Code = envelope.Code!, Message = message };
        if (envelope.Result is not { } result)
            return null;
        var scores = result.Object("verify_result");
        return new VerificationDetail
        {
            Passed = true,
            Code = BaiduCodes.Passed,
            Message = message,
            Score = scores?.Number("score"),
            LivenessScore = scores?.Number("liveness_score"),
            SpoofingScore = scores?.Number("spoofing") ?? scores?.Number("spoofing_score"),
            IsDemote = scores?.Flag("is_demote") ?? result.Flag("is_demote") ?? envelope.Root.Flag("is_demote"),
            Confirmed = IdentityReading.Confirmed(result),
            Ocr = IdentityReading.Ocr(result),
        };
    }
}
