using System.Text;
using FaceH5Portal.Sandbox.Tests.Support;

namespace FaceH5Portal.Sandbox.Tests.Photos;

public class LegacySignatureTests
{
    private static readonly long _now = RunningSandbox.Start.ToUnixTimeSeconds();

    public static TheoryData<string, int> Refused => new()
    {
        { "", 4 },
        { "FCHXdPTEwMDAwMzc5Jms9QUtJRGVRZDBrRU1yM2J4ZjhRckJi==", 5 },
        { Convert.ToBase64String(new byte[20]), 5 },
        { PhotoWire.Legacy($"b=bkt&k=AKIDTESTSECRETID0000&e={_now + 1}&t={_now}"), 10 },
        { PhotoWire.Legacy($"a=1250000001&k=AKIDTESTSECRETID0000&e={_now + 1}&t={_now}"), 10 },
        { PhotoWire.Legacy($"a=1250000000&k=AKIDSOMEBODYELSE&e={_now + 1}&t={_now}"), 11 },
        { PhotoWire.Legacy($"a=1250000000&k=AKIDTESTSECRETID0000&e={_now + 1}&t={_now}", "another key"), 14 },
        { PhotoWire.Legacy($"a=1250000000&k=AKIDTESTSECRETID0000&e={_now}&t={_now - 10}"), 9 },
        { PhotoWire.Legacy($"a=1250000000&k=AKIDTESTSECRETID0000&e={_now + 7_776_001}&t={_now}"), 9 },
        { PhotoWire.Legacy($"a=1250000000&k=AKIDTESTSECRETID0000&e=0&t={_now}&f="), 5 },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task A_signature_that_does_not_hold_is_refused_with_its_code_and_free(string authorization, int code)
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        Assert.Equal(code, await CodeAsync(sandbox, authorization));
        Assert.False(Assert.Single(await sandbox.PhotoBooksAsync()).Charged);
    }

    [Fact]
    public async Task A_text_altered_after_signing_is_refused()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var bytes = Convert.FromBase64String(PhotoWire.Legacy(PhotoWire.LegacyPlain(_now)));
        bytes[^1] ^= 1;
        Assert.Equal(14, await CodeAsync(sandbox, Convert.ToBase64String(bytes)));
    }

    [Fact]
    public async Task A_one_shot_signature_is_good_once()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var authorization = PhotoWire.Legacy($"a=1250000000&k=AKIDTESTSECRETID0000&e=0&t={_now}&r=5&f=a-file");
        Assert.Equal(0, await CodeAsync(sandbox, authorization));
        Assert.Equal(13, await CodeAsync(sandbox, authorization));
    }

    [Fact]
    public async Task Another_account_in_the_body_is_not_what_was_signed()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        Assert.Equal(6, await CodeAsync(sandbox, PhotoWire.Legacy(PhotoWire.LegacyPlain(_now)), "1250000001"));
    }

    private static async Task<int> CodeAsync(RunningSandbox sandbox, string authorization, string appId = "1250000000")
    {
        using var body = PhotoWire.Content(Encoding.UTF8.GetBytes(
            $$"""{"appid":"{{appId}}","idcard_number":"{{PhotoWire.Number}}","idcard_name":"张三","url":"http://a.example/b.jpg"}"""), "application/json");
        return (await sandbox.PostAsync(PhotoWire.IdCardCompare, body, authorization)).GetProperty("code").GetInt32();
    }
}
