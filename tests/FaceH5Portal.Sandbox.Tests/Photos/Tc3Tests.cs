using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using FaceH5Portal.Sandbox.Tests.Support;

namespace FaceH5Portal.Sandbox.Tests.Photos;

/// <summary>Trap 10: official clients sign what they believe the host to be.</summary>
public class Tc3Tests
{
    private static readonly long _now = RunningSandbox.Start.ToUnixTimeSeconds();

    [Theory]
    [InlineData("node: the scope cut from the address, the host without its port", "127", false, "content-type;host", "TC3-HMAC-SHA256 Credential=")]
    [InlineData("dotnet: two spaces, the host with its port", "127", true, "content-type;host", "TC3-HMAC-SHA256  Credential=")]
    [InlineData("go, as in production", "faceid", true, "content-type;host", "TC3-HMAC-SHA256 Credential=")]
    [InlineData("newer clients sign the action too", "faceid", true, "content-type;host;x-tc-action", "TC3-HMAC-SHA256 Credential=")]
    public async Task Trap_10_every_official_client_gets_through(string client, string service, bool port, string headers, string start)
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var response = await AskAsync(sandbox, new Signing(service, port, headers, start));
        Assert.Equal((client, "Success"), (client, response.GetProperty("Result").GetString()));
    }

    [Theory]
    [InlineData(-301, "AuthFailure.SignatureExpire")]
    [InlineData(301, "AuthFailure.SignatureExpire")]
    [InlineData(-299, null)]
    public async Task Clocks_may_differ_by_five_minutes(int seconds, string? code)
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        Assert.Equal(code, CodeOf(await AskAsync(sandbox, new Signing { Time = _now + seconds })));
    }

    [Fact]
    public async Task What_does_not_hold_is_refused_with_its_code()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        Assert.Equal("AuthFailure.SignatureFailure", CodeOf(await AskAsync(sandbox, new Signing { Key = "another" })));
        Assert.Equal("AuthFailure.SignatureFailure", CodeOf(await AskAsync(sandbox, new Signing { Date = "2026-02-28" })));
        Assert.Equal("AuthFailure.SignatureFailure", CodeOf(await AskAsync(sandbox, new Signing { Headers = "content-type" })));
        Assert.Equal("AuthFailure.SignatureFailure", CodeOf(await AskAsync(sandbox, new Signing { SentName = "李四" })));
        Assert.Equal("AuthFailure.SecretIdNotFound", CodeOf(await AskAsync(sandbox, new Signing { Id = "AKIDNOBODY" })));
        Assert.Equal("AuthFailure.InvalidAuthorization", CodeOf(await AskAsync(sandbox, new Signing { Start = "TC2 Credential=" })));
        Assert.Equal("InvalidAction", CodeOf(await AskAsync(sandbox, new Signing { Action = "CompareFaceLiveness" })));
        Assert.All(await sandbox.PhotoBooksAsync(), check => Assert.False(check.Charged));
    }

    private static string? CodeOf(JsonElement response) =>
        response.TryGetProperty("Error", out var error) ? error.GetProperty("Code").GetString() : null;

    private static async Task<JsonElement> AskAsync(RunningSandbox sandbox, Signing signing)
    {
        var host = signing.WithPort ? sandbox.Http.BaseAddress!.Authority : sandbox.Http.BaseAddress!.Host;
        using var request = new HttpRequestMessage(HttpMethod.Post, "/") { Content = PhotoWire.Content(Body(signing.SentName), "application/json") };
        foreach (var (name, value) in new[] { ("X-TC-Action", signing.Action), ("X-TC-Version", "2018-03-01"), ("X-TC-Timestamp", $"{signing.Time}"), ("X-TC-Region", "") })
            request.Headers.TryAddWithoutValidation(name, value);
        request.Headers.TryAddWithoutValidation("Authorization", signing.Authorization(host, Body("张三")));
        using var answer = await sandbox.Http.SendAsync(request);
        return (await Wire.JsonAsync(answer)).GetProperty("Response");
    }

    private static byte[] Body(string name) => Encoding.UTF8.GetBytes($$"""{"IdCard":"{{PhotoWire.Number}}","Name":"{{name}}","ImageBase64":"{{PhotoWire.Base64}}"}""");

    private sealed record Signing(string Service = "faceid", bool WithPort = true, string Headers = "content-type;host", string Start = "TC3-HMAC-SHA256 Credential=")
    {
        public string Id { get; init; } = "AKIDTESTSECRETID0000";
        public string Key { get; init; } = "TESTSECRETKEY0000";
        public string Action { get; init; } = "ImageRecognitionV2";
        public string SentName { get; init; } = "张三";
        public string? Date { get; init; }
        public long Time { get; init; } = _now;

        public string Authorization(string host, byte[] body)
        {
            var date = Date ?? DateTimeOffset.FromUnixTimeSeconds(Time).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            var lines = Headers.Split(';').Select(name => name switch
            {
                "host" => $"host:{host}\n",
                "x-tc-action" => $"x-tc-action:{Action.ToLowerInvariant()}\n",
                _ => "content-type:application/json\n",
            });
            var canonical = $"POST\n/\n\n{string.Concat(lines)}\n{Headers}\n{Hex(SHA256.HashData(body))}";
            var toSign = $"TC3-HMAC-SHA256\n{Time}\n{date}/{Service}/tc3_request\n{Hex(SHA256.HashData(Encoding.UTF8.GetBytes(canonical)))}";
            byte[] key = [.. "TC3"u8, .. Encoding.UTF8.GetBytes(Key)];
            foreach (var step in new[] { date, Service, "tc3_request", toSign }) key = HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(step));
            return $"{Start}{Id}/{date}/{Service}/tc3_request, SignedHeaders={Headers}, Signature={Hex(key)}";
        }

        private static string Hex(byte[] bytes) => Convert.ToHexStringLower(bytes);
    }
}
