using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using FaceH5Portal.Sandbox.Tests.Support;

namespace FaceH5Portal.Sandbox.Tests.Photos;

public class LinkfaceTests
{
    private const string Path = "/v2/identity/selfie_idnumber_verification";

    [Theory]
    [InlineData("1700000000000", false)]
    [InlineData("1700000000", false)]
    [InlineData("1700000000", true)]
    public async Task A_timestamp_counts_as_it_came_and_the_sign_in_either_case(string timestamp, bool upperCase)
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var sign = Sign(timestamp);
        Assert.Equal("0000", Code(await AskAsync(sandbox, ("timestamp", timestamp), ("sign", upperCase ? sign.ToUpperInvariant() : sign))));
    }

    [Theory]
    [InlineData("sign", "701c640954a9307313a2d09c7c1ad835e2ab9d43ba8d2e48b02604ed1cb67b1b", "1000", null)]
    [InlineData("api_id", "another", "1007", null)]
    [InlineData("timestamp", "soon", "1002", "timestamp is invalid")]
    [InlineData("sequence_id", "", "1002", "sequence_id is required")]
    [InlineData("name", "", "1002", "name is required")]
    [InlineData("id_number", "1", "1002", "id_number or name is invalid")]
    [InlineData("selfie_image_id", "nowhere", "1014", null)]
    public async Task What_is_wrong_is_refused_with_its_code_and_free(string field, string value, string code, string? reason)
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var answer = await AskAsync(sandbox, (field, value));
        Assert.Equal((code, 2), (Code(answer), answer.GetProperty("charge").GetInt32()));
        if (reason is not null) Assert.Equal(reason, answer.GetProperty("reason").GetString());
        if (code == "1014") Assert.Equal("selfie", answer.GetProperty("image").GetString());
    }

    [Fact]
    public async Task A_photo_is_looked_at_before_it_is_compared()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        Assert.Equal("1015", Code(await AskAsync(sandbox, "not a picture"u8.ToArray())));
        Assert.Equal("1016", Code(await AskAsync(sandbox, TestImages.Jpeg(8, 400))));
        Assert.Equal("1016", Code(await AskAsync(sandbox, TestImages.Jpeg(4001, 400))));
        Assert.Equal("1013", Code(await AskAsync(sandbox, [.. PhotoWire.Photo, .. new byte[2 * 1024 * 1024]])));
        Assert.Equal("0000", Code(await AskAsync(sandbox, [.. "GIF89a"u8, 100, 0, 100, 0, 0])));
        Assert.Equal("1001", Code(await AskAsync(sandbox, PhotoWire.Photo, [0xC3, 0x28])));
    }

    [Fact]
    public async Task The_file_counts_before_the_address_and_the_image_id_before_both()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        Assert.Equal("0000", Code(await AskAsync(sandbox, ("selfie_url", "no address"))));
        Assert.Equal("1014", Code(await AskAsync(sandbox, ("selfie_url", "http://a.example/b.jpg"), ("selfie_image_id", "nowhere"))));
    }

    private static string Sign(string timestamp) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes("lf_test_api_idlf_test_api_secret" + timestamp)));

    private static string Code(JsonElement answer) => answer.GetProperty("code").GetString()!;

    private static Task<JsonElement> AskAsync(RunningSandbox sandbox, params (string Name, string Value)[] changed) =>
        AskAsync(sandbox, PhotoWire.Photo, null, changed);

    private static async Task<JsonElement> AskAsync(RunningSandbox sandbox, byte[] photo, byte[]? name = null, params (string Name, string Value)[] changed)
    {
        var fields = new Dictionary<string, byte[]>
        {
            ["api_id"] = "lf_test_api_id"u8.ToArray(),
            ["sequence_id"] = "R1"u8.ToArray(),
            ["id_number"] = Encoding.UTF8.GetBytes(PhotoWire.Number),
            ["name"] = name ?? Encoding.UTF8.GetBytes(PhotoWire.Name),
            ["timestamp"] = "1700000000000"u8.ToArray(),
            ["sign"] = Encoding.UTF8.GetBytes(Sign("1700000000000")),
            ["selfie_file"] = photo,
        };
        foreach (var (field, value) in changed) fields[field] = Encoding.UTF8.GetBytes(value);
        using var body = PhotoWire.Multipart([.. fields.Select(field => ($"Content-Disposition: form-data; name=\"{field.Key}\"", field.Value))]);
        return await sandbox.PostAsync(Path, body);
    }
}
