using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Web;
using FaceH5Portal.Core.Sessions;

namespace FaceH5Portal.Web.Tests.Host.Journey;

/// <summary>The button that leads back to the caller, read as the caller would read it.</summary>
[Collection(JourneyTests.Name)]
public sealed class ReturnHintTests(JourneyPortal portal)
{
    private const string Shop = "https://shop.example/orders/7?from=portal";

    [Fact]
    public async Task It_carries_session_status_and_time_signed_with_the_hash_of_the_callers_key()
    {
        var invited = await portal.InviteAsync("1001", ("returnUrl", Shop));
        await portal.GoThroughAsync(invited.Id);
        var back = (await ButtonAsync(invited))!;
        var query = HttpUtility.ParseQueryString(back.Query);
        Assert.Equal("https://shop.example/orders/7", back.GetLeftPart(UriPartial.Path));
        Assert.Equal(("portal", invited.Id.ToString(), "passed"), (query["from"], query["session"], query["status"]));
        var told = DateTimeOffset.FromUnixTimeSeconds(long.Parse(query["at"]!, CultureInfo.InvariantCulture));
        Assert.InRange(told, portal.Get<TimeProvider>().GetUtcNow().AddMinutes(-10), portal.Get<TimeProvider>().GetUtcNow());
        var key = SHA256.HashData(Encoding.UTF8.GetBytes("sandbox-portal-key"));
        var signature = HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{query["session"]}.{query["status"]}.{query["at"]}"));
        Assert.Equal(Convert.ToHexStringLower(signature), query["signature"]);
    }

    [Fact]
    public async Task It_holds_nothing_else()
    {
        var invited = await portal.InviteAsync("1001", ("returnUrl", Shop));
        await portal.GoThroughAsync(invited.Id);
        var query = HttpUtility.ParseQueryString((await ButtonAsync(invited))!.Query);
        Assert.Equal(["at", "from", "session", "signature", "status"], query.AllKeys.Order());
    }

    [Fact]
    public async Task While_nothing_is_decided_and_for_who_named_no_address_there_is_no_button()
    {
        var (waiting, homeless) = (await portal.InviteAsync("1001", ("returnUrl", Shop)), await portal.InviteAsync());
        await portal.GoThroughAsync(homeless.Id);
        Assert.Null(await ButtonAsync(waiting));
        Assert.Null(await ButtonAsync(homeless));
    }

    [Fact]
    public async Task Every_end_is_told_in_one_word_of_camel_case()
    {
        var (failed, cancelled) = (await portal.InviteAsync("1001", ("returnUrl", Shop), ("name", "测试222351")), await portal.InviteAsync("1001", ("returnUrl", Shop)));
        await portal.GoThroughAsync(failed.Id);
        await portal.CancelAsync(cancelled.Id);
        foreach (var (invited, word) in new[] { (failed, "failed"), (cancelled, "cancelled") })
            Assert.Equal(word, HttpUtility.ParseQueryString((await ButtonAsync(invited))!.Query)["status"]);
    }

    [Theory]
    [InlineData("https://evil.example/", "return-url-not-allowed")]
    [InlineData("https://shop.example.evil.example/", "return-url-not-allowed")]
    [InlineData("https://shop.example@evil.example/", "return-url-invalid")]
    [InlineData("http://shop.example/", "return-url-invalid")]
    [InlineData("javascript:alert(1)//shop.example", "return-url-invalid")]
    [InlineData("//shop.example/", "return-url-invalid")]
    public async Task A_host_that_is_not_allowed_cannot_be_reached(string returnUrl, string code)
    {
        var reply = await portal.TryInviteAsync(("returnUrl", returnUrl));
        Assert.Contains(code, reply.Text, StringComparison.Ordinal);
        Assert.True((int)reply.Status is >= 400 and < 500);
    }

    private async Task<Uri?> ButtonAsync(CreatedSession invited)
    {
        using var visitor = portal.Visit();
        await visitor.OpenAsync(invited.Link);
        var page = await visitor.ReadAsync("/verify");
        return Visitor.Has(page, "return-to-caller") ? new Uri(Visitor.Find(page, "return-to-caller").GetAttribute("href")!) : null;
    }
}
