using FaceH5Portal.Vendors.Baidu.Http;
using FaceH5Portal.Vendors.Http;
using FaceH5Portal.Vendors.Reading;

namespace FaceH5Portal.Vendors.Baidu.Reading;

/// <summary>Turns what came over HTTP into a value or a fault. Anything short of a clear success is a fault.</summary>
internal static class AnswerReading
{
    public static VendorAnswer<T> Read<T>(HttpReply reply, BaiduCall call, Func<BaiduEnvelope, T?> read)
        where T : class
    {
        if (reply.Fault is { } fault)
            return VendorAnswer.Failure<T>(fault);
        string body = reply.Text;
        return JsonReading.Read(body, root => BaiduEnvelope.Of(root) is { } envelope ? FromEnvelope(envelope, reply, call, read, body) : null)
            ?? VendorAnswer.Failure<T>(Unreadable(reply, body, call), body);
    }

    private static VendorAnswer<T>? FromEnvelope<T>(BaiduEnvelope envelope, HttpReply reply, BaiduCall call, Func<BaiduEnvelope, T?> read, string body)
        where T : class
    {
        if (envelope.Code is { } code && !(call.VerdictIsAnAnswer && BaiduCodes.IsVerdict(code)))
            return VendorAnswer.Failure<T>(FaultOf(envelope, code, reply, call), body, envelope.LogId);
        if (!reply.IsSuccessStatus)
            return null;
        return read(envelope) is { } value ? VendorAnswer.Success(value, body, envelope.LogId) : null;
    }

    private static VendorFault FaultOf(BaiduEnvelope envelope, string code, HttpReply reply, BaiduCall call)
    {
        bool gateway = BaiduCodes.IsGateway(code);
        string words = VendorWords.Tidy(envelope.Message, call.PersonName);
        return new VendorFault(
            gateway ? VendorFaultKind.Gateway : VendorFaultKind.Refused,
            code,
            $"Baidu {(gateway ? "turned the request away" : "refused")} ({code}): {words}",
            call.ChangesState && reply.IsServerError);
    }

    private static VendorFault Unreadable(HttpReply reply, string body, BaiduCall call)
    {
        if (reply.IsTooManyRequests)
            return new VendorFault(VendorFaultKind.Gateway, reply.StatusCode, "Baidu has had too many requests.", false);
        string? code = !reply.IsSuccessStatus ? reply.StatusCode : string.IsNullOrWhiteSpace(body) ? "empty" : null;
        return new VendorFault(VendorFaultKind.Unreadable, code, "Baidu's answer cannot be understood.", call.ChangesState);
    }
}
