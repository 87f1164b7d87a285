using System.Net.Http.Headers;
using System.Text;

namespace FaceH5Portal.Vendors.Photos.Http;

/// <summary>Builds <c>multipart/form-data</c> in its plainest form: quoted names, a boundary without quotes, no type on texts. Older servers take nothing else.</summary>
internal static class FormParts
{
    public static MultipartFormDataContent Of(params ReadOnlySpan<(string Name, string? Value)> texts)
    {
        var form = new MultipartFormDataContent();
        var boundary = form.Headers.ContentType!.Parameters.Single(parameter => parameter.Name == "boundary");
        boundary.Value = boundary.Value!.Trim('"');
        foreach (var (name, value) in texts)
        {
            if (!string.IsNullOrEmpty(value))
                form.Add(Named(new ByteArrayContent(Encoding.UTF8.GetBytes(value)), name));
        }
        return form;
    }

    public static MultipartFormDataContent WithFile(this MultipartFormDataContent form, string name, byte[]? file)
    {
        if (file is null)
            return form;
        var part = new ByteArrayContent(file);
        part.Headers.ContentType = new MediaTypeHeaderValue("image/jpeg");
        form.Add(Named(part, name, "\"photo.jpg\""));
        return form;
    }

    private static ByteArrayContent Named(ByteArrayContent part, string name, string? fileName = null)
    {
        part.Headers.ContentDisposition = new ContentDispositionHeaderValue("form-data") { Name = $"\"{name}\"", FileName = fileName };
        return part;
    }
}
