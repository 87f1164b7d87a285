namespace FaceH5Portal.Core.Evidence;

public enum EvidenceKind
{
    /// <summary>The best frame of the capture, from the vendor.</summary>
    Face,

    /// <summary>The portrait that a plan with its own photos compares against.</summary>
    Match,

    /// <summary>A vendor's answer, as it came.</summary>
    Answer,

    /// <summary>The recording of the live check.</summary>
    Video,

    /// <summary>A picture of the live check.</summary>
    Frame,

    /// <summary>The photographed side of an ID card that shows the person.</summary>
    IdFront,

    /// <summary>The side with the emblem.</summary>
    IdBack,

    /// <summary>The photo that was handed in for a photo check.</summary>
    Photo,
}

public static class EvidenceKinds
{
    /// <summary>Pictures are cleaned before they are stored. A kind is one unless it is named here.</summary>
    public static bool IsPicture(this EvidenceKind kind) => kind is not (EvidenceKind.Answer or EvidenceKind.Video);
}
