using FaceH5Portal.Vendors.Http;
using FaceH5Portal.Vendors.Photos.Codes;
using FaceH5Portal.Vendors.Reading;
using FaceH5Portal.Vendors.Watching;
using Microsoft.Extensions.Logging;

namespace FaceH5Portal.Vendors.Photos.Http;

/// <summary>Sends one check, once, and turns whatever comes back, or does not, into a result.</summary>
internal sealed partial class PhotoApi(IHttpClientFactory clients, PhotoBreakers breakers, VendorCalls calls, TimeProvider clock, ILogger<PhotoApi> logger)
{
    // Answers are a few hundred bytes; none has a reason to be larger.
    private const int MaxAnswerBytes = 1024 * 1024;

    public bool IsResting(PhotoVendor vendor) => breakers.IsResting(vendor);

    public async Task<PhotoCheckResult> SendAsync(PhotoCall call, CancellationToken ct)
    {
        using var watch = calls.Begin($"photo/{call.Vendor}");
        var turn = breakers.Begin(call.Vendor);
        var reply = turn.Rest is { } rest ? HttpReply.Of(Resting(rest)) : await AskAsync(call, turn, ct);
        watch.End(reply.Fault);
        var result = reply.Fault is { } fault ? Broken(call.Vendor, fault) : Read(call, reply);
        if (result.Outcome == PhotoOutcome.ProviderError)
            Log.CheckFailed(logger, call.Vendor, result.ErrorKind, result.Code, result.RequestId);
        return result;
    }

    private async Task<HttpReply> AskAsync(PhotoCall call, PhotoTurn turn, CancellationToken ct)
    {
        HttpReply? reply = null;
        try
        {
            using var client = clients.CreateClient(PhotoHttpClients.NameOf(call.Vendor));
            reply = await VendorHttp.SendAsync(client, call.Message, MaxAnswerBytes, changesState: true, ct);
            return reply;
        }
        finally
        {
            breakers.End(call.Vendor, turn, reply);
        }
    }

    private static VendorFault Resting(TimeSpan rest) =>
        new(VendorFaultKind.CircuitOpen, null, "The last checks with this vendor failed; nothing was sent.", false) { RetryAfter = rest };

    private PhotoCheckResult Read(PhotoCall call, HttpReply reply)
    {
        string body = reply.Text;
        var result = JsonReading.Read(body, call.Read) ?? Unreadable(call.Vendor, reply);
        return result with
        {
            Message = VendorWords.Tidy(result.Message, call.About.Name, call.About.IdNumber),
            RetryAfter = reply.WaitFrom(clock.GetUtcNow()),
            RawBody = body,
        };
    }

    private static PhotoCheckResult Unreadable(PhotoVendor vendor, HttpReply reply)
    {
        var result = PhotoAnswer.Of(vendor, reply.IsSuccessStatus ? OurCodes.Unreadable : reply.StatusCode);
        return result with { EndUnknown = result.Charged == VendorCharged.Unknown };
    }

    private static PhotoCheckResult Broken(PhotoVendor vendor, VendorFault fault)
    {
        string code = fault.Kind switch
        {
            VendorFaultKind.CircuitOpen => OurCodes.CircuitOpen,
            VendorFaultKind.TimedOut => OurCodes.TimedOut,
            VendorFaultKind.Unreachable => fault.MayHaveExecuted ? OurCodes.ConnectionBroke : OurCodes.Unreachable,
            _ => OurCodes.Unreadable,
        };
        return PhotoAnswer.Of(vendor, code) with { EndUnknown = fault.MayHaveExecuted, RetryAfter = fault.RetryAfter };
    }

    private static partial class Log
    {
        [LoggerMessage(20, LogLevel.Warning, "Photo check with {Vendor} gave no verdict: {Kind} {Code} (request id {RequestId}).")]
        public static partial void CheckFailed(ILogger logger, PhotoVendor vendor, PhotoErrorKind? kind, string code, string? requestId);
    }
}
