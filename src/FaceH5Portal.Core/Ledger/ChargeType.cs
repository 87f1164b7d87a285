namespace FaceH5Portal.Core.Ledger;

public enum ChargeType
{
    Verify,
    Match,
    Ocr,
    Live,

    /// <summary>A type the vendor has invented since; its own word is kept beside it.</summary>
    Unknown,
}
