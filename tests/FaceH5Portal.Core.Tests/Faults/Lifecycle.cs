using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Evidence;
using FaceH5Portal.Core.Harvesting;
using FaceH5Portal.Core.Sessions;
using FaceH5Portal.Core.Subjects;
using FaceH5Portal.TestKit;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.Tests.Faults;

/// <summary>A whole life of a session, from its creation to the last byte, with one fault in it.</summary>
internal static class Lifecycle
{
    private const int MostActs = 60;
    private const int ActsUntilMended = 3;

    /// <summary>How many calls and commits it took, and what the portal keeps at the end.</summary>
    public sealed record Counted(int Calls, int Commits, IReadOnlyList<string> Kept);

    public static async Task<Counted> RunAsync(string plan, FaultPlace? place = null, int k = 0)
    {
        var saboteur = new Saboteur();
        await using var portal = await PortalHarness.StartAsync(also: saboteur.AddTo);
        saboteur.Arm(place, k);
        var person = new StubbornPerson(portal, plan);
        for (var act = 0; await person.ActAsync() || saboteur.IsAtWork; act++)
        {
            Assert.True(act < MostActs, "The session never ends.");
            saboteur.Age(ActsUntilMended);
            portal.Advance(TimeSpan.FromMinutes(1));
        }
        await SettleAsync(portal, saboteur);
        Assert.True(place is null || saboteur.Spoilt != "nothing", "The fault never came to pass.");
        return new Counted(saboteur.Calls, saboteur.Commits, await BalanceAsync(portal, person.Session));
    }

    /// <summary>Until nothing can come of any token, and orphans have had their hour.</summary>
    private static async Task SettleAsync(PortalHarness portal, Saboteur saboteur)
    {
        portal.Advance(TokenWindows.Use);
        for (var half = 0; half < 6; half++)
        {
            portal.Advance(TimeSpan.FromMinutes(30));
            await portal.Get<HarvestPass>().RunAsync(CancellationToken.None);
            saboteur.Age(1);
        }
        await portal.SweepAsync();
    }

    /// <summary>Answers the kinds of what is kept.</summary>
    private static async Task<IReadOnlyList<string>> BalanceAsync(PortalHarness portal, SessionDriver session)
    {
        var books = new Books(portal.Get<PortalStore>(), portal.Get<EvidenceVault>(), portal.Get<SubjectVault>(), portal.Sandbox);
        Assert.Empty(await books.DifferencesAsync());
        var seen = await session.SeeAsync();
        Assert.Equal((SessionStatus.Passed, HarvestState.Complete), (seen.Row.Status, seen.Harvest));

        await using var db = await portal.Get<PortalStore>().ReadAsync(CancellationToken.None);
        Assert.False(await db.Set<VerifyToken>().AnyAsync(token => token.DueUtc != null));
        var items = await db.Set<EvidenceItem>().ToListAsync();
        Assert.Equal(items.Count, await db.Set<EvidenceBlob>().CountAsync());
        return [.. items.Where(item => item.Kind != EvidenceKind.Answer).Select(item => $"{item.Kind} {item.AttemptOrder}").Order()];
    }
}
