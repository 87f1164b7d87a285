namespace FaceH5Portal.Vendors;

/// <summary>Why a vendor call gave no answer to use, as far as a caller has to tell the reasons apart.</summary>
public enum VendorFaultKind
{
    /// <summary>The vendor understood and said no with a code of its own (for Baidu e.g. 283437), or this client refused to send: then the code is a word, such as <c>no-credentials</c> or <c>url-not-allowed</c>.</summary>
    Refused,

    /// <summary>The vendor's gateway said no before the solution saw the request (for Baidu e.g. 18, 110, or HTTP 429 as <c>http-429</c>).</summary>
    Gateway,

    /// <summary>No connection, or the connection broke.</summary>
    Unreachable,

    /// <summary>No complete answer within the time-out.</summary>
    TimedOut,

    /// <summary>An answer came and could not be understood: HTML, empty, malformed, too deep, too large, or without its required parts.</summary>
    Unreadable,

    /// <summary>Nothing was sent: too many calls failed just before.</summary>
    CircuitOpen,

    /// <summary>Nothing was sent: the vendor told this app to wait (for Baidu 4, 17, 18, 19, HTTP 429). <see cref="VendorFault.RetryAfter"/> says how long, the code is the one it was told with.</summary>
    Paused,
}
