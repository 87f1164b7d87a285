using FaceH5Portal.Sandbox.State;
using FaceH5Portal.Sandbox.Verdicts;

namespace FaceH5Portal.Sandbox.Faceprint;

/// <summary>
/// What was read off the ID card. The two answers name it differently: id_card_number and dates in one,
/// idcard_number, idcard_type and addresses of the pictures in the other.
/// </summary>
internal static class OcrParts
{
    private static readonly OcrReading _read = OcrReading.Synthetic;

    public static OcrStage? StageOf(VerifyToken token, Attempt attempt) => token.OcrStages.FirstOrDefault(stage => stage.Order == attempt.Order);

    public static object ForDetail() => new
    {
        _read.Address,
        _read.Birthday,
        _read.Name,
        IdCardNumber = _read.Number,
        _read.Gender,
        _read.Nation,
        _read.ExpireTime,
        _read.IssueAuthority,
        _read.IssueTime,
    };

    public static object ForGetAll() => new
    {
        _read.Address,
        _read.Birthday,
        _read.Name,
        IdcardNumber = _read.Number,
        IdcardType = "0",
        _read.Gender,
        _read.Nation,
        _read.IssueTime,
        _read.ExpireTime,
        _read.IssueAuthority,
    };
}
