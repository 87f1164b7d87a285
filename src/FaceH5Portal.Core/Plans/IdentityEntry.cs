namespace FaceH5Portal.Core.Plans;

/// <summary>How name and number reach the vendor (身份信息录入方式).</summary>
public enum IdentityEntry
{
    /// <summary>Not at all: the plan compares with a photo, or with nothing.</summary>
    None,

    /// <summary>指定用户: we submit them before the capture.</summary>
    Specified,

    /// <summary>手动输入: the person types them on the vendor's page.</summary>
    Manual,

    /// <summary>OCR of the card's portrait side.</summary>
    OcrFront,

    /// <summary>OCR of both sides of the card.</summary>
    OcrFrontAndBack,
}
