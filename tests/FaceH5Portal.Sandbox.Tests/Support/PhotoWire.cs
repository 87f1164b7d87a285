using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace FaceH5Portal.Sandbox.Tests.Support;

/// <summary>Speaks to the photo vendors as clients in the wild do, with signatures of its own making.</summary>
internal static class PhotoWire
{
    public const string Name = "张三";
    public const string Number = "11010519491231002X";
    public const string IdCardCompare = "/face/idcardcompare";

    public static byte[] Photo { get; } = TestImages.Jpeg(300, 400);

    public static string Base64 => Convert.ToBase64String(Photo);

    /// <summary>The retired service's signature over a text in whatever order.</summary>
    public static string Legacy(string plain, string key = "TESTSECRETKEY0000")
    {
        var text = Encoding.UTF8.GetBytes(plain);
        return Convert.ToBase64String([.. HMACSHA1.HashData(Encoding.UTF8.GetBytes(key), text), .. text]);
    }

    public static string LegacyPlain(long now, string more = "&r=1&f=") => $"a=1250000000&b=bkt&k=AKIDTESTSECRETID0000&e={now + 100}&t={now}{more}";

    /// <summary>A body put together by hand: each part's own headers, then its bytes.</summary>
    public static ByteArrayContent Multipart(params (string Headers, byte[] Body)[] parts)
    {
        const string Boundary = "----------------acebdf13572468";
        byte[] body = [.. parts.SelectMany(part => (byte[])
            [.. Encoding.UTF8.GetBytes($"--{Boundary}\r\n{part.Headers}\r\n\r\n"), .. part.Body, .. "\r\n"u8]), .. Encoding.UTF8.GetBytes($"--{Boundary}--\r\n")];
        return Content(body, $"multipart/form-data; boundary={Boundary}");
    }

    public static ByteArrayContent Content(byte[] body, string type)
    {
        var content = new ByteArrayContent(body);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        return content;
    }

    public static async Task<JsonElement> PostAsync(this RunningSandbox sandbox, string path, HttpContent content, string? authorization = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = content };
        if (authorization is not null) request.Headers.TryAddWithoutValidation("Authorization", authorization);
        using var answer = await sandbox.Http.SendAsync(request);
        return await Wire.JsonAsync(answer);
    }

    public static async Task<JsonElement> FormAsync(this RunningSandbox sandbox, string path, params (string Name, string Value)[] fields) =>
        await sandbox.PostAsync(path, new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))));

    public static async Task<IReadOnlyList<(string Answer, bool Charged)>> PhotoBooksAsync(this RunningSandbox sandbox) =>
        [.. (await sandbox.LookAsync("truth")).GetProperty("photo_checks").EnumerateArray()
            .Select(check => (check.GetProperty("answer").GetString()!, check.GetProperty("charged").GetBoolean()))];
}
