namespace FaceH5Portal.Core.Plans;

/// <summary>What the captured face is compared with (比对源).</summary>
public enum ComparisonSource
{
    /// <summary>权威库: the authority's portrait of the person.</summary>
    Authority,

    /// <summary>自建库: a photo of ours, uploaded before the capture.</summary>
    OwnPhoto,

    /// <summary>仅活体: nothing; only that a live person is there.</summary>
    LivenessOnly,
}
