using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Sessions;
using FaceH5Portal.Core.Sessions.Journey;
using FaceH5Portal.TestKit;
using Microsoft.EntityFrameworkCore;
using Xunit.Abstractions;

namespace FaceH5Portal.Core.Tests.Sessions;

/// <summary>Whatever comes by the way back is a hint: only the vendor's server makes a session Passed.</summary>
public sealed class RandomReturnsTests(ITestOutputHelper output) : IAsyncLifetime
{
    private const int Returns = 100_000;
    private const int ForgedOnly = 20_000;
    private const int BetweenPasses = 1_000;

    private readonly List<Person> people = [];
    private readonly int seed = Environment.TickCount;
    private PortalHarness portal = null!;

    public async Task InitializeAsync() => portal = await PortalHarness.StartAsync();

    public async Task DisposeAsync() => await portal.DisposeAsync();

    [Fact]
    public async Task A_hundred_thousand_returns_pass_nobody_whom_the_vendors_server_did_not_pass()
    {
        output.WriteLine($"Seed {seed}");
        var random = new Random(seed);
        var forger = new ReturnForger(random);
        await InviteAsync(forger, 8);
        for (var sent = 1; sent <= Returns; sent++)
        {
            var (state, valid) = forger.Next(replay: sent > ForgedOnly && random.Next(100) < 3);
            var returned = await portal.Get<EndUserJourney>().ReturnAsync(state, CancellationToken.None);
            Assert.True(returned.Ok == valid, $"Seed {seed}, return {sent}: {state[..Math.Min(80, state.Length)]}");
            if (sent % BetweenPasses != 0)
                continue;
            await PassAndCheckAsync(TimeSpan.FromSeconds(random.Next(1, 12)), $"Seed {seed}, return {sent}");
            if (sent == ForgedOnly)
                Assert.Equal(0, await portal.Sandbox.QuestionsAsync());
            if (sent >= ForgedOnly)
                await InviteAsync(forger, 1);
        }
        Assert.Contains(await PassedAsync(), id => people.Exists(person => person.Session.Id == id));
    }

    /// <summary>Of four people one turns back at once, one fails, and two pass; about one in five the vendor is silent at first.</summary>
    private async Task InviteAsync(ReturnForger forger, int howMany)
    {
        for (; howMany > 0; howMany--)
        {
            var kind = people.Count % 4;
            var session = await SessionDriver.CreateAsync(portal, people.Count % 3 == 0 ? "1007" : "1001", kind == 1 ? "测试222356" : "测试甲");
            await session.StartAsync();
            if (kind != 0)
                await session.CaptureAsync();
            if (people.Count % 5 == 0)
                await portal.Sandbox.BreakAsync("result/getall", "http500", 2);
            people.Add(new Person(session, Passes: kind > 1, portal.NowUtc));
            forger.Learn(session.State);
        }
    }

    private async Task PassAndCheckAsync(TimeSpan later, string where)
    {
        portal.Advance(later);
        await portal.SweepAsync();
        var passed = await PassedAsync();
        Assert.True(passed.IsSubsetOf(people.Where(person => person.Passes).Select(person => person.Session.Id)), $"{where}: passed without an answer.");
        // Every question may be repeated once, quickly.
        var most = 2 * people.Sum(person => 1 + (int)((portal.NowUtc - person.SinceUtc) / EndUserJourney.LeastBetweenQuestions));
        Assert.True(await portal.Sandbox.CallsOfAsync("result/getall") <= most, $"{where}: more than {most} questions.");
    }

    /// <summary>Whoever is Passed must have an attempt that the vendor's server told of.</summary>
    private async Task<HashSet<Guid>> PassedAsync()
    {
        await using var db = await portal.Get<PortalStore>().ReadAsync(CancellationToken.None);
        var told = await db.Set<Attempt>().Where(attempt => attempt.Passed).Select(attempt => attempt.SessionId).ToListAsync();
        var passed = await db.Set<VerificationSession>().Where(s => s.Status == SessionStatus.Passed).Select(s => s.Id).ToListAsync();
        Assert.Subset(told.ToHashSet(), passed.ToHashSet());
        return [.. passed];
    }

    private sealed record Person(SessionDriver Session, bool Passes, DateTime SinceUtc);
}
