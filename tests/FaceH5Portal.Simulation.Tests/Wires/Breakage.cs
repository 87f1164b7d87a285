using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using FaceH5Portal.Simulation.Tests.Weather;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace FaceH5Portal.Simulation.Tests.Wires;

/// <summary>How each fault of the wire looks to an HTTP client.</summary>
internal static partial class Breakage
{
    private const int DeepLevels = 2_000;
    private const string Page = "<html><body><h1>Service is being maintained</h1></body></html>";

    /// <summary>Throws where the call never arrives; null for every other fault.</summary>
    public static HttpResponseMessage? BeforeArrival(FaultKind? fault) => fault switch
    {
        FaultKind.TimedOutBefore => throw new TimeoutRejectedException(),
        FaultKind.ResetBefore => throw Lost(HttpRequestError.Unknown),
        FaultKind.NoConnection or FaultKind.VendorDown => throw Lost(HttpRequestError.ConnectionError),
        FaultKind.NameUnresolved => throw Lost(HttpRequestError.NameResolutionError),
        FaultKind.CircuitOpen => throw new BrokenCircuitException(),
        _ => null,
    };

    /// <summary>Null where the vendor answers itself.</summary>
    public static HttpResponseMessage? InPlaceOf(FaultKind? fault) => fault switch
    {
        FaultKind.Http500 => Answer(HttpStatusCode.InternalServerError, Page),
        FaultKind.Http503 => Answer(HttpStatusCode.ServiceUnavailable, ""),
        FaultKind.Http429 => Busy(),
        FaultKind.Html or FaultKind.FileIsHtml => Answer(HttpStatusCode.OK, Page),
        FaultKind.Empty or FaultKind.FileEmpty => Answer(HttpStatusCode.OK, ""),
        FaultKind.Deep => Answer(HttpStatusCode.OK, new string('[', DeepLevels) + new string(']', DeepLevels)),
        FaultKind.Huge => new HttpResponseMessage(HttpStatusCode.OK) { Content = new HugeContent() },
        FaultKind.WrongTypes => Answer(HttpStatusCode.OK, """{"success":"true","result":{"verify_count":"1","verify_result":7,"verify_token":{},"image":3}}"""),
        FaultKind.NullResult => Answer(HttpStatusCode.OK, """{"success":true,"result":null,"log_id":1234567890123456789}"""),
        FaultKind.PoisonedToken => Answer(HttpStatusCode.OK, """{"success":true,"result":{"verify_count":1,"verify_result":[{"order":1,"""),
        FaultKind.FileExpired => Answer(HttpStatusCode.Forbidden, """{"code":"AccessDenied"}"""),
        FaultKind.FileMissing => Answer(HttpStatusCode.NotFound, """{"code":"NoSuchKey"}"""),
        FaultKind.FileRedirectsInside => Redirect(),
        { } kind when ErrorCode().Match(kind.ToString()) is { Success: true } match => Error(match.Groups[1].Value),
        _ => null,
    };

    public static async Task<HttpResponseMessage> OnTheWayBackAsync(FaultKind fault, HttpResponseMessage answer)
    {
        using (answer)
        {
            var body = await answer.Content.ReadAsByteArrayAsync();
            return fault switch
            {
                FaultKind.TimedOutAfter => throw new TimeoutRejectedException(),
                FaultKind.ResetAfter => throw Lost(HttpRequestError.ResponseEnded),
                FaultKind.Truncated or FaultKind.FileCutShort => throw new HttpRequestException(
                    HttpRequestError.ResponseEnded, "The body broke off.", new HttpIOException(HttpRequestError.ResponseEnded)),
                FaultKind.Malformed => Bytes(body[..^Math.Min(1, body.Length)]),
                FaultKind.AddressStale => Text(Signed().Replace(Encoding.UTF8.GetString(body), "/20200101T000000Z/")),
                FaultKind.AddressPrivate => Text(Picture().Replace(Encoding.UTF8.GetString(body), "http://10.0.0.1/$1")),
                _ => throw new InvalidOperationException($"{fault} is no fault of an answer."),
            };
        }
    }

    private static HttpResponseMessage Busy()
    {
        var answer = Answer(HttpStatusCode.TooManyRequests, "");
        answer.Headers.TryAddWithoutValidation("Retry-After", "90");
        return answer;
    }

    private static HttpResponseMessage Redirect()
    {
        var answer = Answer(HttpStatusCode.Found, "");
        answer.Headers.Location = new Uri("http://169.254.169.254/latest/meta-data/");
        return answer;
    }

    private static HttpResponseMessage Error(string code) => Answer(HttpStatusCode.OK, int.Parse(code, CultureInfo.InvariantCulture) < 1000
        ? $$"""{"error_code":{{code}},"error_msg":"The gateway says no"}"""
        : $$"""{"success":false,"code":{{code}},"message":"服务异常，请重试","log_id":"1"}""");

    private static HttpRequestException Lost(HttpRequestError error) => new(error, "The connection broke.");

    private static HttpResponseMessage Answer(HttpStatusCode status, string body) => new(status) { Content = new StringContent(body) };

    private static HttpResponseMessage Text(string body) => Answer(HttpStatusCode.OK, body);

    private static HttpResponseMessage Bytes(byte[] body) => new(HttpStatusCode.OK) { Content = new ByteArrayContent(body) };

    [GeneratedRegex(@"^Error(\d+)$")]
    private static partial Regex ErrorCode();

    [GeneratedRegex(@"%2F\d{8}T\d{6}Z%2F|/\d{8}T\d{6}Z/")]
    private static partial Regex Signed();

    [GeneratedRegex(@"http://localhost:5090/v1/faceprint-capture/([^?""]+)")]
    private static partial Regex Picture();
}
