namespace FaceH5Portal.Core.Sessions.Journey;

/// <summary>What the person of a link has to do next.</summary>
public enum JourneyStep
{
    /// <summary>Read and agree; where they are under 14, somebody who may decide for them.</summary>
    Consent,

    /// <summary>Say who they are, because nobody said it when the session was made.</summary>
    Identity,

    /// <summary>Give the picture that the capture is compared with.</summary>
    Photo,

    Start,

    /// <summary>Go on in the capture that was begun.</summary>
    Resume,

    /// <summary>Nothing: the vendor is being asked.</summary>
    Wait,

    /// <summary>Nothing more: the session is over, or its link is.</summary>
    Done,
}
