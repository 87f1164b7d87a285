using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Billing.Disputing;
using FaceH5Portal.Core.Ledger;

namespace FaceH5Portal.Web.Tests.Api;

[Collection(ApiTests.Name)]
public sealed class ChargeStateTests(ApiPortal portal)
{
    private static readonly Actor Administrator = Actor.InRole("test-administrator", "Administrator", Role.Administrator);

    [Fact]
    public async Task A_charge_is_confirmed_disputed_and_taken_back()
    {
        using var caller = portal.Call();
        using var reader = portal.Call(ApiPortal.OnlyReads);
        var id = await caller.CreateAsync(("name", "测试222356"));
        await portal.ControlAsync("profile", new { charges = "free_as_charged" });
        await portal.GoThroughAsync(id);
        await portal.ControlAsync("profile", new { charges = "as_booked" });
        Assert.Equal(["confirmed"], await StatesAsync(caller, id));
        var books = (await portal.Get<DiscrepancyQueries>().OfSessionAsync(Administrator, id, CancellationToken.None)).Value;
        Assert.True((await portal.Get<DisputeDesk>().OpenAsync(Administrator, Assert.Single(books).Account.VerifyTokenId, CancellationToken.None)).Ok);
        Assert.Equal(["disputed"], await StatesAsync(caller, id));
        Assert.Equal(System.Text.Json.JsonValueKind.Null, (await reader.SeeAsync(id)).GetProperty("charges").ValueKind);
        var entry = Assert.Single(await EntriesAsync(id));
        Assert.True((await portal.Get<LedgerDesk>().ReverseAsync(Administrator, entry, "The vendor took it back", CancellationToken.None)).Ok);
        Assert.Equal(["reversed", "reversed"], await StatesAsync(caller, id));
    }

    private static async Task<IEnumerable<string?>> StatesAsync(ApiCaller caller, Guid id) =>
        (await caller.SeeAsync(id)).GetProperty("charges").EnumerateArray().Select(charge => charge.GetProperty("state").GetString());

    private async Task<IEnumerable<Guid>> EntriesAsync(Guid id) =>
        (await portal.Get<FaceH5Portal.Core.Sessions.SessionQueries>().GetAsync(Administrator, id, CancellationToken.None)).Value.Charges.Select(entry => entry.Id);
}
