using FaceH5Portal.Sandbox.Profile;

namespace FaceH5Portal.Sandbox.Photos;

/// <summary>A call to a photo vendor exactly as it was received, with its fields beside it.</summary>
internal sealed record PhotoCall(IHeaderDictionary Headers, byte[] Body, PhotoForm Form, DateTimeOffset Now, VendorProfile Profile)
{
    public string? Header(string name) => Headers[name].ToString() is { Length: > 0 } value ? value : null;

    public static async Task<PhotoCall> ReadAsync(HttpRequest request, DateTimeOffset now, VendorProfile profile)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, request.HttpContext.RequestAborted);
        var bytes = body.ToArray();
        var form = await PhotoForm.ReadAsync(request.ContentType, bytes, request.HttpContext.RequestAborted);
        return new PhotoCall(request.Headers, bytes, form, now, profile);
    }
}
