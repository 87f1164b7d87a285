using System.Text;
using System.Text.Json;
using FaceH5Portal.Sandbox.Tests.Support;

namespace FaceH5Portal.Sandbox.Tests.Photos;

public class JuheTests
{
    private const string Verify = "/verifyface/verify";
    private const string Encrypted = "/verifyface/verifyEncry";
    private const string EncryptedNumber = "SapRRYKf9v+GbaE9LjHYou8Okj+/LxunUX80KOq7ieo=";
    private const string EncryptedName = "fDbdJ3Vv5JRrWy+a3FU2/g==";

    [Fact]
    public async Task A_form_is_taken_in_either_encoding()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        Assert.Equal("96.5", (await sandbox.FormAsync(Verify, Fields("测试score96.5"))).GetProperty("result").GetProperty("score").GetString());
        using var parts = PhotoWire.Multipart([.. Fields().Select(field => ($"Content-Disposition: form-data; name=\"{field.Name}\"", Encoding.UTF8.GetBytes(field.Value)))]);
        Assert.Equal(0, Code(await sandbox.PostAsync(Verify, parts)));
    }

    [Fact]
    public async Task A_plus_sign_that_was_not_escaped_makes_the_photo_unreadable()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        using var body = PhotoWire.Content(
            Encoding.UTF8.GetBytes($"key=sandbox-juhe-key&idcard={PhotoWire.Number}&realname=%E5%BC%A0%E4%B8%89&image=/9j/4AAQ+kZJ"), "application/x-www-form-urlencoded");
        Assert.Equal(226403, Code(await sandbox.PostAsync(Verify, body)));
    }

    [Theory]
    [InlineData("key", "another", 10001, null)]
    [InlineData("realname", "张 三", 226403, "参数错误(姓名格式不正确)")]
    [InlineData("idcard", "123", 226403, "参数错误(身份证号码格式不正确)")]
    [InlineData("image", "data:image/jpeg;base64,/9j/", 226403, "参数错误(图片为空)")]
    public async Task A_wrong_parameter_is_refused_in_words_and_free(string field, string value, int code, string? reason)
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var answer = await sandbox.FormAsync(Verify, [.. Fields().Select(known => known.Name == field ? (field, value) : known)]);
        Assert.Equal(code, Code(answer));
        if (reason is not null) Assert.Equal(reason, answer.GetProperty("reason").GetString());
        Assert.False(Assert.Single(await sandbox.PhotoBooksAsync()).Charged);
    }

    [Theory]
    [InlineData("base64", 80_000, 226403)]
    [InlineData("file", 80_000, 0)]
    [InlineData("file", 110_000, 226403)]
    public async Task A_photo_has_at_most_100_KB_however_that_is_read(string reading, int bytes, int code)
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await sandbox.ControlAsync("profile", new { juhe_image_limit = reading });
        var photo = Convert.ToBase64String([.. PhotoWire.Photo, .. new byte[bytes]]);
        Assert.Equal(code, Code(await sandbox.FormAsync(Verify, [.. Fields().SkipLast(1), ("image", photo)])));
    }

    [Fact]
    public async Task Encrypted_fields_are_read_with_the_account_s_OpenId_and_plain_ones_are_not()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        // Decrypts to a JPEG's beginning in base64, which is no picture: compared and charged, as the vendor would.
        (string, string)[] encrypted =
        [
            ("key", "sandbox-juhe-key"), ("idcard", EncryptedNumber), ("realname", EncryptedName),
            ("image", "CFP55+ceEe282cMCRMDJwr+rHMBLrzt9BR47gpXlAw9vNnVrbU8siM1X9FBVLWRO"),
        ];
        var answer = await sandbox.FormAsync(Encrypted, encrypted);
        Assert.Equal((0, 2, "3004"), (Code(answer), answer.GetProperty("result").GetProperty("res").GetInt32(), answer.GetProperty("result").GetProperty("code").GetString()));
        Assert.Equal(10004, Code(await sandbox.FormAsync(Encrypted, Fields())));
        Assert.Equal([("success", true), ("10004", false)], await sandbox.PhotoBooksAsync());
    }

    [Fact]
    public async Task A_system_failure_has_the_four_fields_that_were_recorded()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var answer = await sandbox.FormAsync(Verify, ("key", "another"));
        Assert.Equal("""{"resultcode":"101","reason":"错误的请求KEY","result":null,"error_code":10001}""", answer.GetRawText());
    }

    private static (string Name, string Value)[] Fields(string name = PhotoWire.Name) =>
        [("key", "sandbox-juhe-key"), ("idcard", PhotoWire.Number), ("realname", name), ("image", PhotoWire.Base64)];

    private static int Code(JsonElement answer) => answer.GetProperty("error_code").GetInt32();
}
