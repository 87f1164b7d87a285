namespace FaceH5Portal.Sandbox.State;

/// <summary>Where a verify_token stands at a given moment.</summary>
internal enum TokenPhase
{
    /// <summary>Minted; the person has not accepted the statement.</summary>
    Fresh,

    /// <summary>Statement accepted, nothing captured yet.</summary>
    Ready,
    Comparing,

    /// <summary>The last attempt failed and the URL stays valid for another.</summary>
    Retryable,

    /// <summary>The verdict is out and no further capture is possible.</summary>
    Finished,

    /// <summary>Past the days its result is kept.</summary>
    Forgotten,

    /// <summary>Unused for two hours, or killed by an early query.</summary>
    Dead,
}
