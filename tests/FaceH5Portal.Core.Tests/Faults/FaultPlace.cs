namespace FaceH5Portal.Core.Tests.Faults;

public enum FaultPlace
{
    /// <summary>One call never reaches the vendor.</summary>
    CallNotSent,

    /// <summary>The vendor does what one call asks, and nobody hears of it.</summary>
    AnswerLost,

    /// <summary>From one call on the vendor is out of reach, until it is mended.</summary>
    CallsForEver,

    /// <summary>One commit finds the disk full.</summary>
    CommitOnce,

    /// <summary>From one commit on the disk is full, until somebody makes room.</summary>
    CommitForEver,
}
