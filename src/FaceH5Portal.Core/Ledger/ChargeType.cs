namespace FaceH5Portal.Core.Ledger;

public enum ChargeType
{
    Verify,
    Match,
    Ocr,
    Live,

    /// <summary>A photo check at 聚合数据; each photo vendor has a type of its own, since each has its own price and bill.</summary>
    JuhePhoto,
    TencentPhoto,

    /// <summary>At the service that Tencent has retired.</summary>
    TencentRetiredPhoto,
    LinkfacePhoto,

    /// <summary>A type the vendor has invented since; its own word is kept beside it.</summary>
    Unknown,
}

public static class ChargeTypes
{
    /// <summary>Charged by a photo vendor: what was billed is a photo check and no token.</summary>
    public static bool IsPhotoCheck(this ChargeType type) => type is ChargeType.JuhePhoto or ChargeType.TencentPhoto
        or ChargeType.TencentRetiredPhoto or ChargeType.LinkfacePhoto;
}
