namespace FaceH5Portal.Vendors.Webhooks;

/// <summary>Why a receiver gave no answer.</summary>
public enum WebhookFault
{
    /// <summary>It answered.</summary>
    None,

    /// <summary>No answer within <see cref="WebhookSender.Patience"/>.</summary>
    TimedOut,

    /// <summary>No connection, or it broke before an answer.</summary>
    Unreachable,

    /// <summary>The name leads to an address that <see cref="WebhookReach"/> does not let; nothing was sent.</summary>
    AddressRefused,

    /// <summary>What came back is no HTTP.</summary>
    Unreadable,
}

/// <summary>What a receiver answered to one attempt: status, headers and the beginning of the body, or why nothing came.</summary>
public sealed class WebhookReply
{
    /// <summary>The HTTP status; null where there is a fault.</summary>
    public int? Status { get; init; }

    /// <summary>Why there is no status.</summary>
    public WebhookFault Fault { get; init; }

    /// <summary>One "name: value" in a line, cut where there are too many.</summary>
    public string Headers { get; init; } = "";

    /// <summary>The first <see cref="WebhookSender.MostAnswerBytes"/> of the body, as text; it is whatever the receiver chose to send.</summary>
    public string Body { get; init; } = "";

    /// <summary>Whether there was more of the body, or it came too slowly.</summary>
    public bool IsCut { get; init; }

    /// <summary>How long the receiver wants to be left alone (Retry-After).</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>From the first byte sent to the last one read.</summary>
    public TimeSpan Took { get; init; }

    /// <summary>Whether the receiver has taken the message: any 2xx, and nothing else.</summary>
    public bool IsTaken => Status is >= 200 and < 300;

    /// <summary>Whether the receiver says that it wants no more (410).</summary>
    public bool IsGone => Status == 410;

    /// <summary>Without what the receiver sent.</summary>
    public override string ToString() => Status?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? Fault.ToString();
}
