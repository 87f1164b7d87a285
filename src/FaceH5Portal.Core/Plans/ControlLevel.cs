namespace FaceH5Portal.Core.Plans;

/// <summary>How strictly an uploaded match photo is judged; the names go on the wire in capitals.</summary>
public enum ControlLevel
{
    None,
    Low,
    Normal,
    High,
}
