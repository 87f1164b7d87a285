using System.Net.Sockets;
using System.Text;
using FaceH5Portal.Sandbox.Tests.Support;

namespace FaceH5Portal.Sandbox.Tests.Photos;

/// <summary>Traps 8 and 9: the retired service's official clients differ in their bodies and signatures, and all of them got through.</summary>
public class OfficialBodyTests
{
    private static readonly long _now = RunningSandbox.Start.ToUnixTimeSeconds();

    private static readonly Dictionary<string, (string Headers, byte[] Body)[]> _multipart = new()
    {
        // Java: a length and a type of its own for each part.
        ["java"] =
        [
            Text("appid", "1250000000", "\r\nContent-Type: text/plain; charset=UTF-8\r\nContent-Length: 10"), Text("bucket", "bkt"),
            Text("idcard_number", PhotoWire.Number), Text("idcard_name", PhotoWire.Name), Text("session_id", ""),
            ("Content-Disposition: form-data; name=\"image\"; filename=\"a.jpg\"\r\nContent-Type: image/jpg", PhotoWire.Photo),
        ],
        // Python: every text is a file named like its field, and nothing has a type.
        ["python"] =
        [
            File("appid", "1250000000"u8), File("bucket", "bkt"u8), File("idcard_number", Encoding.UTF8.GetBytes(PhotoWire.Number)),
            File("idcard_name", Encoding.UTF8.GetBytes(PhotoWire.Name)), File("image", PhotoWire.Photo),
        ],
        // PHP with a buffer: the photo has no file name.
        ["php"] =
        [
            Text("appid", "1250000000"), Text("bucket", "bkt"), Text("idcard_number", PhotoWire.Number), Text("idcard_name", PhotoWire.Name),
            ("Content-Disposition: form-data; name=\"image\"", PhotoWire.Photo),
        ],
        // As the document says and nobody does.
        ["base64"] =
        [
            Text("appid", "1250000000"), Text("idcard_number", PhotoWire.Number), Text("idcard_name", PhotoWire.Name), Text("image", PhotoWire.Base64),
        ],
    };

    [Theory]
    [InlineData("java")]
    [InlineData("python")]
    [InlineData("php")]
    [InlineData("base64")]
    public async Task Trap_9_a_part_counts_by_its_name_whether_or_not_it_looks_like_a_file(string client)
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        using var body = PhotoWire.Multipart(_multipart[client]);
        var answer = await sandbox.PostAsync(PhotoWire.IdCardCompare, body, PhotoWire.Legacy(PhotoWire.LegacyPlain(_now)));
        Assert.Equal((0, "OK"), (answer.GetProperty("code").GetInt32(), answer.GetProperty("message").GetString()));
        Assert.Equal([("success", true)], await sandbox.PhotoBooksAsync());
    }

    [Theory]
    [InlineData("application/json", "张三", "https://a.example/b.jpg")]
    [InlineData("application/json; charset=utf-8", "\\u5f20\\u4e09", "https:\\/\\/a.example\\/b.jpg")]
    public async Task Json_comes_raw_or_escaped_and_with_or_without_a_charset(string type, string name, string url)
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        using var body = PhotoWire.Content(Encoding.UTF8.GetBytes(
            $$"""{"appid":"1250000000","idcard_number":"{{PhotoWire.Number}}","idcard_name":"{{name}}","url":"{{url}}","session_id":"s1"}"""), type);
        var answer = await sandbox.PostAsync(PhotoWire.IdCardCompare, body, PhotoWire.Legacy(PhotoWire.LegacyPlain(_now)));
        Assert.Equal("s1", answer.GetProperty("data").GetProperty("session_id").GetString());
    }

    [Theory]
    [InlineData("IJZWSV7DsJs9ilm1KOGwWqqcEJJhPTEyNTAwMDAwMDAmYj1ia3Qmaz1BS0lEVEVTVFNFQ1JFVElEMDAwMCZ0PTE3MDAwMDAwMDAmZT0xNzAwMDAwMzAw")]
    [InlineData("Q6YbCDQOFjUkSS56PeJXy2aiWAFhPTEyNTAwMDAwMDAmYj1ia3Qmaz1BS0lEVEVTVFNFQ1JFVElEMDAwMCZlPTE3MDAwMDAwMzAmdD0xNzAwMDAwMDAwJnI9MTIzNDU2Nzg5JmY9")]
    [InlineData("7Az6v31Ac8KMqDuCDb6KPcea1z1hPTEyNTAwMDAwMDAmaz1BS0lEVEVTVFNFQ1JFVElEMDAwMCZlPTE3MDAwMDAxMDAmdD0xNzAwMDAwMDAwJnI9Mzg5MDgmdT0wJmY9")]
    [InlineData("I1Cyq27FtFw7ihYsE4pm9F1+HhZhPTEyNTAwMDAwMDAmYj1ia3Qmaz1BS0lEVEVTVFNFQ1JFVElEMDAwMCZlPTE3MDI1OTIwMDAmdD0xNzAwMDAwMDAwJnI9MTExNjImdT0wJmY9")]
    public async Task Trap_8_a_signature_is_checked_over_the_text_it_brought(string authorization)
    {
        await using var sandbox = await RunningSandbox.StartAsync(start: DateTimeOffset.FromUnixTimeSeconds(1_700_000_010));
        using var body = PhotoWire.Multipart(_multipart["java"]);
        Assert.Equal(0, (await sandbox.PostAsync(PhotoWire.IdCardCompare, body, authorization)).GetProperty("code").GetInt32());
    }

    [Fact]
    public async Task Trap_8_seconds_may_have_fractions()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        using var body = PhotoWire.Multipart(_multipart["java"]);
        var plain = $"a=1250000000&b=bkt&k=AKIDTESTSECRETID0000&e={_now + 100}.12&t={_now}.12&r=1&u=0&f=";
        Assert.Equal(0, (await sandbox.PostAsync(PhotoWire.IdCardCompare, body, PhotoWire.Legacy(plain))).GetProperty("code").GetInt32());
    }

    [Fact]
    public async Task A_proxy_s_target_with_the_production_host_arrives()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        using var content = PhotoWire.Multipart(_multipart["java"]);
        var body = await content.ReadAsByteArrayAsync();
        using var socket = new TcpClient("127.0.0.1", sandbox.Http.BaseAddress!.Port);
        await using var stream = socket.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(
            "POST http://recognition.image.myqcloud.com/face/idcardcompare HTTP/1.1\r\nHost: recognition.image.myqcloud.com\r\n"
            + $"Authorization: {PhotoWire.Legacy(PhotoWire.LegacyPlain(_now))}\r\nContent-Type: {content.Headers.ContentType}\r\nContent-Length: {body.Length}\r\nConnection: close\r\n\r\n"));
        await stream.WriteAsync(body);
        using var reader = new StreamReader(stream);
        Assert.Contains("\"message\":\"OK\"", await reader.ReadToEndAsync(), StringComparison.Ordinal);
    }

    private static (string, byte[]) Text(string name, string value, string more = "") =>
        ($"Content-Disposition: form-data; name=\"{name}\"{more}", Encoding.UTF8.GetBytes(value));

    private static (string, byte[]) File(string name, ReadOnlySpan<byte> value) =>
        ($"Content-Disposition: form-data; name=\"{name}\"; filename=\"{name}\"", value.ToArray());
}
