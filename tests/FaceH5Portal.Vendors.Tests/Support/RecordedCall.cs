namespace FaceH5Portal.Vendors.Tests.Support;

internal sealed record RecordedCall(HttpMethod Method, Uri Url, string? ContentType, string Body)
{
    public string Path => Url.AbsolutePath;
}
