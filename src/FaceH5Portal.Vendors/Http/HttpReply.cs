using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace FaceH5Portal.Vendors.Http;

/// <summary>What came back over HTTP: a whole body with its status, or the reason why none did.</summary>
internal sealed record HttpReply(HttpStatusCode Status, byte[] Body, VendorFault? Fault)
{
    private const char ByteOrderMark = '\uFEFF';

    // A vendor that says "tomorrow" may have mistyped; an hour later it can say so again.
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);

    /// <summary>The vendor's Retry-After.</summary>
    public RetryConditionHeaderValue? RetryAfter { get; init; }

    /// <summary>What the vendor's clock showed.</summary>
    public DateTimeOffset? Date { get; init; }

    public bool IsSuccessStatus => (int)Status is >= 200 and < 300;

    public bool IsServerError => (int)Status >= 500;

    public bool IsTooManyRequests => Status == HttpStatusCode.TooManyRequests;

    public string StatusCode => $"http-{(int)Status}";

    public string Text => Encoding.UTF8.GetString(Body).TrimStart(ByteOrderMark);

    /// <summary>How long the vendor wants its caller to wait, whether it named a length or a date.</summary>
    public TimeSpan? WaitFrom(DateTimeOffset now)
    {
        if ((RetryAfter?.Delta ?? RetryAfter?.Date - now) is not { } wait)
            return null;
        return TimeSpan.FromTicks(Math.Clamp(wait.Ticks, 0, LongestWait.Ticks));
    }

    /// <summary>Without the body, which is about a person.</summary>
    public override string ToString() => StatusCode;

    public static HttpReply Of(VendorFault fault) => new(0, [], fault);
}
