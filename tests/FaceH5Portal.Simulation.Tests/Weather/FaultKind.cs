namespace FaceH5Portal.Simulation.Tests.Weather;

/// <summary>Everything that goes wrong in a simulated world. Each is counted when it really bit.</summary>
internal enum FaultKind
{
    // On the way to the vendor, which never hears of the call.
    TimedOutBefore, ResetBefore, NoConnection, NameUnresolved, CircuitOpen, VendorDown,

    // On the way back, when the vendor has acted.
    TimedOutAfter, ResetAfter, DeliveredTwice, Truncated, Malformed,

    // In place of the vendor's answer.
    Http500, Http503, Http429, Html, Empty, Deep, Huge, WrongTypes, NullResult,
    Error2, Error4, Error6, Error17, Error18, Error19, Error110, Error111, Error283436, Error283512, PoisonedToken,

    // Files.
    FileEmpty, FileIsHtml, FileExpired, FileMissing, FileCutShort, FileRedirectsInside, AddressStale, AddressPrivate,

    // Switches of the vendor's profile.
    QuotaGone, BareAddresses, LooseJson, ProfileSwitched,

    // Our own storage and process.
    BusyAtWrite, FullAtWrite, BusyAtCommit, FullAtCommit, CommitUnheard, PortalDown, PortalRestarted, KilledMidCall, ClockJumped,

    // People.
    ReturnForged, ReturnTwice, ReturnHundredfold, ReturnOutOfOrder, ReturnWithoutAct, CancelledByOperator, AskedEarly, RetriedByHand,
    DoubleClick, LinkFoundClosed, LeftWithoutAct, LeftAfterCard, NeverReturned, ActedTooLate, ActedAfterReturn, CancelledOnReturn,
}
