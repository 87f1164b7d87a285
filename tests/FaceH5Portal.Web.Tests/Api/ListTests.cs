using System.Globalization;
using System.Net;
using System.Text.Json;

namespace FaceH5Portal.Web.Tests.Api;

[Collection(ApiTests.Name)]
public sealed class ListTests(ApiPortal portal)
{
    [Fact]
    public async Task Sixty_sessions_are_paged_without_a_gap_while_new_ones_come()
    {
        using var caller = portal.Call();
        var wanted = new List<Guid>();
        for (var n = 0; n < 60; n++)
            wanted.Insert(0, await caller.CreateAsync(("reference", "sixty")));
        var found = new List<Guid>();
        for (var after = ""; after is not null;)
        {
            var page = (await caller.GetAsync($"{ApiCaller.Sessions}?reference=sixty&limit=7{after}")).Json;
            found.AddRange(Ids(page));
            after = page.GetProperty("next").GetString() is { } next ? $"&after={next}" : null;
            await caller.CreateAsync(("reference", "sixty"));
        }
        Assert.Equal(wanted, found);
    }

    [Fact]
    public async Task A_page_has_twenty_five_unless_told_otherwise_and_the_last_has_no_next()
    {
        using var caller = portal.Call();
        for (var n = 0; n < 26; n++)
            await caller.CreateAsync(("reference", "twenty-six"));
        var page = (await caller.GetAsync($"{ApiCaller.Sessions}?reference=twenty-six")).Json;
        Assert.Equal((25, JsonValueKind.String), (Ids(page).Count, page.GetProperty("next").ValueKind));
        var exact = (await caller.GetAsync($"{ApiCaller.Sessions}?reference=twenty-six&limit=26")).Json;
        Assert.Equal((26, JsonValueKind.Null), (Ids(exact).Count, exact.GetProperty("next").ValueKind));
    }

    [Fact]
    public async Task A_list_masks_the_person_whoever_reads_it()
    {
        using var caller = portal.Call(ApiPortal.SeesPeople);
        await caller.CreateAsync(("reference", "masked-in-lists"));
        var reply = await caller.GetAsync($"{ApiCaller.Sessions}?reference=masked-in-lists");
        var subject = Assert.Single(reply.Json.GetProperty("items").EnumerateArray()).GetProperty("subject");
        Assert.Equal(("测****", "110***********0011"), (subject.GetProperty("name").GetString(), subject.GetProperty("idNumber").GetString()));
    }

    [Fact]
    public async Task Each_filter_narrows_the_list()
    {
        using var caller = portal.Call();
        var old = await caller.CreateAsync(("reference", "narrow"));
        portal.Advance(TimeSpan.FromMinutes(10));
        var (young, manual) = (await caller.CreateAsync(("reference", "narrow")), await caller.CreateAsync(("reference", "narrow"), ("plan", "1003")));
        await caller.CancelAsync(manual);
        var between = (await caller.SeeAsync(young)).GetProperty("createdAt").GetDateTimeOffset().AddMinutes(-5);
        var zulu = between.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
        var offset = Uri.EscapeDataString(between.ToOffset(TimeSpan.FromHours(8)).ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture));
        Assert.Equal([manual, young, old], await FindAsync(caller, ""));
        Assert.Equal([manual], await FindAsync(caller, "&status=cancelled"));
        Assert.Equal([young, old], await FindAsync(caller, "&status=AwaitingUser"));
        Assert.Equal([manual], await FindAsync(caller, "&plan=1003"));
        Assert.Equal([young, old], await FindAsync(caller, "&plan=1001"));
        Assert.Equal([manual, young], await FindAsync(caller, $"&createdFrom={zulu}"));
        Assert.Equal([manual, young], await FindAsync(caller, $"&createdFrom={offset}"));
        Assert.Equal([old], await FindAsync(caller, $"&createdTo={zulu}"));
        Assert.Equal([], await FindAsync(caller, $"&createdFrom={zulu}&createdTo={zulu}"));
    }

    [Theory]
    [InlineData("status=done", "filter-value", "status", "awaitingUser")]
    [InlineData("status=3", "filter-value", "status", "awaitingUser")]
    [InlineData("plan=1099", "filter-value", "plan", "1001")]
    [InlineData("createdFrom=yesterday", "filter-value", "createdFrom", "2026-03-01T08:00:00Z")]
    [InlineData("createdTo=2026-03-01T08:00:00", "filter-value", "createdTo", "Z")]
    [InlineData("createdTo=2026-02-30T08:00:00Z", "filter-value", "createdTo", "Z")]
    [InlineData("limit=0", "filter-value", "limit", "100")]
    [InlineData("limit=101", "filter-value", "limit", "100")]
    [InlineData("limit=ten", "filter-value", "limit", "100")]
    [InlineData("after=2", "cursor-invalid", "after", "next")]
    [InlineData("after=________________________________", "cursor-invalid", "after", "next")]
    [InlineData("page=2", "filter-unknown", "page", "after")]
    [InlineData("status=passed&status=failed", "filter-repeated", "status", "more than once")]
    public async Task A_filter_that_cannot_be_meant_is_told_what_can(string query, string code, string field, string words)
    {
        using var caller = portal.Call();
        var reply = await caller.GetAsync($"{ApiCaller.Sessions}?{query}");
        Assert.Equal((HttpStatusCode.BadRequest, code), (reply.Status, reply.Code));
        Assert.Equal([field], reply.Fields);
        Assert.Contains(words, reply.Detail, StringComparison.Ordinal);
    }

    private static async Task<List<Guid>> FindAsync(ApiCaller caller, string filters) =>
        Ids((await caller.GetAsync($"{ApiCaller.Sessions}?reference=narrow{filters}")).Json);

    private static List<Guid> Ids(JsonElement page) =>
        [.. page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetGuid())];
}
