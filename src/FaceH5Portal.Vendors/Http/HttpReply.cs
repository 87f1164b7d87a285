using System.Net;
using System.Text;

namespace FaceH5Portal.Vendors.Http;

/// <summary>What came back over HTTP: a whole body with its status, or the reason why none did.</summary>
internal sealed record HttpReply(HttpStatusCode Status, byte[] Body, VendorFault? Fault)
{
    private const char ByteOrderMark = '\uFEFF';

    public bool IsSuccessStatus => (int)Status is >= 200 and < 300;

    public bool IsServerError => (int)Status >= 500;

    public string StatusCode => $"http-{(int)Status}";

    public string Text => Encoding.UTF8.GetString(Body).TrimStart(ByteOrderMark);

    public static HttpReply Of(VendorFault fault) => new(0, [], fault);
}
