namespace FaceH5Portal.Core.Evidence;

public enum EvidenceKind
{
    /// <summary>The best frame of the capture, from the vendor.</summary>
    Face,

    /// <summary>The portrait that a plan with its own photos compares against.</summary>
    Match,

    /// <summary>A vendor's answer, as it came.</summary>
    Answer,
}

public static class EvidenceKinds
{
    /// <summary>Pictures are cleaned before they are stored, and may be looked at. A kind is one unless it is named here.</summary>
    public static bool IsPicture(this EvidenceKind kind) => kind is not EvidenceKind.Answer;
}
