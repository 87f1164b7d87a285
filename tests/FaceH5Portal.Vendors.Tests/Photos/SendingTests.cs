using System.Net;
using FaceH5Portal.Vendors.Photos;
using FaceH5Portal.Vendors.Tests.Support;

namespace FaceH5Portal.Vendors.Tests.Photos;

/// <summary>What goes out to each vendor.</summary>
public sealed class SendingTests
{
    private const string Success = """{"error_code":0,"result":{"res":1,"score":"96"}}""";

    [Fact]
    public async Task Juhe_gets_person_and_photo_encrypted_unless_the_settings_insist()
    {
        var call = await SentAsync(PhotoVendor.Juhe, "/verifyface/verifyEncry");
        Assert.Equal("application/x-www-form-urlencoded", call.ContentType);
        Assert.StartsWith("key=sandbox-juhe-key&idcard=SapRRYKf9v%2BGbaE9LjHYou8Okj%2B%2FLxunUX80KOq7ieo%3D&realname=fDbdJ3Vv5JRrWy%2Ba3FU2%2Fg%3D%3D&image=", call.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("thousand", call.Body, StringComparison.Ordinal);
        Assert.DoesNotContain(PhotoBench.IdNumber, call.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sending_plain_to_Juhe_takes_a_setting_and_warns_each_time()
    {
        using var bench = PhotoBench.WithStub(("Juhe:SendPlain", "true"), ("Juhe:OpenId", null));
        bench.Stub.Plan("/verifyface/verify", Success);
        Assert.Equal(PhotoOutcome.Match, (await bench.CheckAsync(PhotoVendor.Juhe)).Outcome);
        string body = Assert.Single(bench.Stub.Calls).Body;
        Assert.Contains($"idcard={PhotoBench.IdNumber}&realname={Uri.EscapeDataString(PhotoBench.Name)}&", body, StringComparison.Ordinal);
        Assert.Contains("unencrypted", bench.Log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Juhe_is_asked_for_thousandths_where_the_settings_say_so() =>
        Assert.EndsWith("&thousand=1", (await SentAsync(PhotoVendor.Juhe, "/verifyface/verifyEncry", null, ("Juhe:Thousand", "true"))).Body, StringComparison.Ordinal);

    [Fact]
    public async Task Tencent_gets_base64_in_json()
    {
        var call = await SentAsync(PhotoVendor.TencentV2, "/");
        Assert.Equal("application/json; charset=utf-8", call.ContentType);
        Assert.Equal($$"""{"IdCard":"{{PhotoBench.IdNumber}}","Name":"张三","ImageBase64":"{{Convert.ToBase64String(PhotoBench.Photo)}}"}""", call.Body);
    }

    [Fact]
    public async Task The_retired_service_gets_a_file_as_a_part_and_an_address_as_json()
    {
        var file = await SentAsync(PhotoVendor.TencentLegacy, "/face/idcardcompare");
        Assert.DoesNotContain('"', file.ContentType!);
        foreach (string field in (string[])["appid", "idcard_number", "idcard_name", "session_id", "image"])
            Assert.Contains($"name=\"{field}\"", file.Body, StringComparison.Ordinal);
        var url = await SentAsync(
            PhotoVendor.TencentLegacy, "/face/idcardcompare", request => request with { File = null, Url = "https://photos.example/a.jpg" });
        Assert.Equal("application/json", url.ContentType);
        Assert.Contains("\"url\":\"https://photos.example/a.jpg\"", url.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, true, true, "selfie_image_id")]
    [InlineData(false, true, true, "selfie_file")]
    [InlineData(false, false, true, "selfie_url")]
    public async Task Linkface_gets_the_one_photo_it_would_take(bool id, bool file, bool url, string expected)
    {
        var call = await SentAsync(PhotoVendor.Linkface, "/v2/identity/selfie_idnumber_verification", request => request with
        {
            ImageId = id ? "f950dc6b8116459d99969bcaf9d7a437" : null,
            File = file ? PhotoBench.Photo : null,
            Url = url ? "https://photos.example/a.jpg" : null,
        });
        string[] fields = [.. ((string[])["selfie_image_id", "selfie_file", "selfie_url"]).Where(field => call.Body.Contains($"name=\"{field}\"", StringComparison.Ordinal))];
        Assert.Equal([expected], fields);
    }

    [Fact]
    public async Task Linkface_turns_the_photo_only_when_asked()
    {
        const string Path = "/v2/identity/selfie_idnumber_verification";
        Assert.DoesNotContain("selfie_auto_rotate", (await SentAsync(PhotoVendor.Linkface, Path)).Body, StringComparison.Ordinal);
        Assert.Contains("selfie_auto_rotate", (await SentAsync(PhotoVendor.Linkface, Path, request => request with { AutoRotate = true })).Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(PhotoVendor.Juhe)]
    [InlineData(PhotoVendor.TencentV2)]
    public async Task A_photo_the_vendor_cannot_take_is_not_sent(PhotoVendor vendor)
    {
        using var bench = PhotoBench.WithStub();
        var result = await bench.CheckAsync(vendor, change: request => request with { File = null, Url = "https://photos.example/a.jpg" });
        Assert.Equal("no-photo", result.Code);
        Assert.Empty(bench.Stub.Calls);
    }

    [Fact]
    public async Task Neither_person_nor_keys_get_into_a_log_or_a_message()
    {
        using var bench = PhotoBench.WithStub();
        foreach (var vendor in Enum.GetValues<PhotoVendor>())
        {
            bench.Stub.Plan(PhotoBench.PathOf(vendor), $$$$"""{"code":"1002","error_code":226403,"reason":"张三 {{{{PhotoBench.IdNumber}}}}","msg":"张三","message":"张三","Response":{"Error":{"Code":"InternalError","Message":"张三"}}}""", HttpStatusCode.BadRequest);
            var result = await bench.CheckAsync(vendor);
            Assert.DoesNotContain("张三", result.Message + result, StringComparison.Ordinal);
            Assert.DoesNotContain(PhotoBench.IdNumber, result.Message + result, StringComparison.Ordinal);
        }
        foreach (string secret in (string[])["张三", PhotoBench.IdNumber, "sandbox-juhe-key", "TESTSECRETKEY0000", "lf_test_api_secret", "JH0123456789abcdef0123456789abcdef"])
            Assert.DoesNotContain(secret, bench.Log.Text, StringComparison.Ordinal);
    }

    private static async Task<RecordedCall> SentAsync(
        PhotoVendor vendor, string path, Func<PhotoCheckRequest, PhotoCheckRequest>? change = null, params (string Key, string? Value)[] settings)
    {
        using var bench = PhotoBench.WithStub(settings);
        bench.Stub.Plan(path, "{}");
        await bench.CheckAsync(vendor, change: change);
        return Assert.Single(bench.Stub.Calls);
    }
}
