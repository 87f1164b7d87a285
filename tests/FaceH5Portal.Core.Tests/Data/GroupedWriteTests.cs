using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Auditing;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Plans;
using FaceH5Portal.Core.Sessions;
using FaceH5Portal.TestKit;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.Tests.Data;

/// <summary>Works that wait at the door together share a commit, and nothing else.</summary>
public sealed class GroupedWriteTests : IAsyncLifetime
{
    private PortalHarness portal = null!;

    private PortalStore Store => portal.Get<PortalStore>();

    public async Task InitializeAsync() => portal = await PortalHarness.StartAsync();

    public async Task DisposeAsync() => await portal.DisposeAsync();

    [Fact]
    public async Task A_refused_and_a_broken_work_leave_the_others_untouched()
    {
        var hold = new TaskCompletionSource();
        var first = Store.WriteAsync<int>(async _ => { await hold.Task; return 0; }, CancellationToken.None);
        var works = Enumerable.Range(0, 30).Select(n => Store.WriteAsync<int>(async write =>
        {
            write.Set<Plan>().Add(PlanNamed(n));
            await Task.Yield();
            return (n % 3) switch
            {
                0 => n,
                1 => new PortalError("refused"),
                _ => throw new InvalidOperationException("broken"),
            };
        }, CancellationToken.None)).ToList();
        hold.SetResult();
        await first;
        for (var n = 0; n < works.Count; n++)
        {
            if (n % 3 == 2)
                await Assert.ThrowsAsync<InvalidOperationException>(() => works[n]);
            else
                Assert.Equal(n % 3 == 0, (await works[n]).Ok);
        }
        Assert.Equal(Enumerable.Range(0, 30).Where(n => n % 3 == 0).Select(n => $"{n}"), await NamesAsync());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_work_that_is_alone_takes_back_what_it_has_stored_already(bool breaks)
    {
        var work = Store.WriteAsync<int>(async write =>
        {
            await write.Set<Plan>().ExecuteDeleteAsync();
            write.Add(new TimelineEntry { SessionId = Guid.Empty, OccurredAtUtc = portal.NowUtc, Kind = TimelineKind.VendorFault });
            return breaks ? throw new InvalidOperationException("broken") : new PortalError("refused");
        }, CancellationToken.None);
        if (breaks)
            await Assert.ThrowsAsync<InvalidOperationException>(() => work);
        else
            Assert.Equal("refused", (await work).Errors.Single().Code);
        Assert.True((await Store.WriteAsync<int>(write =>
        {
            write.Set<Plan>().Add(PlanNamed(1));
            return Task.FromResult<Result<int>>(1);
        }, CancellationToken.None)).Ok);
        Assert.Equal(["1"], await NamesAsync());
        await using var db = await Store.ReadAsync(CancellationToken.None);
        Assert.Equal(SandboxPlans.All.Count + 1, await db.Set<Plan>().CountAsync());
        Assert.Empty(await db.Set<TimelineEntry>().ToListAsync());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    public async Task A_work_that_breaks_while_its_rows_are_stored_leaves_none_of_them(int together)
    {
        var hold = new TaskCompletionSource();
        var first = Store.WriteAsync<int>(async _ => { await hold.Task; return 0; }, CancellationToken.None);
        var works = Enumerable.Range(0, together).Select(n => Store.WriteAsync<int>(write =>
        {
            write.Set<Plan>().Add(PlanNamed(n));
            write.Add(new TimelineEntry { SessionId = Guid.Empty, OccurredAtUtc = portal.NowUtc, Kind = TimelineKind.VendorFault, Detail = $"{n}" });
            portal.Get<AuditTrail>().Record(write, Actor.System, AuditAction.SessionCreated, $"session/{n}");
            if (n == together / 2)
                write.Add(EntryThatIsThere());
            return Task.FromResult<Result<int>>(n);
        }, CancellationToken.None)).ToList();
        hold.SetResult();
        await first;
        await Assert.ThrowsAsync<DbUpdateException>(() => works[together / 2]);
        var others = Enumerable.Range(0, together).Where(n => n != together / 2).ToList();
        foreach (var n in others)
            Assert.True((await works[n]).Ok);
        Assert.Equal(others.Select(n => $"{n}"), await NamesAsync());
        await using var db = await Store.ReadAsync(CancellationToken.None);
        Assert.Equal(others.Select(n => $"{n}"), await db.Set<TimelineEntry>().OrderBy(line => line.Sequence).Select(line => line.Detail!).ToListAsync());
        // The next one's entry follows the last that was kept, not the one that went with the work.
        Assert.Empty((await portal.Get<AuditVerifier>().VerifyAsync(CancellationToken.None)).Findings);
    }

    [Fact]
    public async Task What_a_savepoint_copies_stays_in_memory_and_out_of_other_folders()
    {
        const long InMemory = 2;
        var kept = await Store.WriteAsync<long>(
            async write => await write.Context.Database.SqlQueryRaw<long>("SELECT temp_store AS Value FROM pragma_temp_store").SingleAsync(), CancellationToken.None);
        Assert.Equal(InMemory, kept.Value);
    }

    [Fact]
    public async Task A_work_sees_what_the_one_before_it_did()
    {
        var hold = new TaskCompletionSource();
        var first = Store.WriteAsync<int>(async _ => { await hold.Task; return 0; }, CancellationToken.None);
        var works = Enumerable.Range(0, 20).Select(n => Store.WriteAsync<int>(async write =>
        {
            var seen = await write.Set<Plan>().CountAsync();
            write.Set<Plan>().Add(PlanNamed(n));
            return seen;
        }, CancellationToken.None)).ToList();
        hold.SetResult();
        await first;
        var counts = (await Task.WhenAll(works)).Select(answer => answer.Value).ToList();
        Assert.Equal(Enumerable.Range(counts[0], 20), counts);
    }

    [Fact]
    public async Task Who_gives_up_while_waiting_leaves_nothing_behind()
    {
        using var patience = new CancellationTokenSource();
        var hold = new TaskCompletionSource();
        var first = Store.WriteAsync<int>(async _ => { await hold.Task; return 0; }, CancellationToken.None);
        var second = Store.WriteAsync<int>(write =>
        {
            write.Set<Plan>().Add(PlanNamed(1));
            return Task.FromResult<Result<int>>(1);
        }, patience.Token);
        await patience.CancelAsync();
        hold.SetResult();
        await first;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        Assert.Empty(await NamesAsync());
    }

    /// <summary>Of the opening; no two may have one number.</summary>
    private AuditEntry EntryThatIsThere() => new()
    {
        Sequence = 1,
        OccurredAtUtc = portal.NowUtc,
        ActorId = "test",
        Action = AuditAction.SessionCreated,
        Target = "test",
        Seal = [],
    };

    private Plan PlanNamed(int n) => new()
    {
        Id = portal.Get<Entropy>().NewId(portal.Clock),
        Terms = SandboxPlans.All[0] with { Purpose = "grouped", Name = $"{n}" },
        CreatedAtUtc = portal.NowUtc,
        ChangedAtUtc = portal.NowUtc,
    };

    private async Task<List<string>> NamesAsync()
    {
        await using var db = await Store.ReadAsync(CancellationToken.None);
        return [.. (await db.Set<Plan>().ToListAsync()).Where(plan => plan.Terms.Purpose == "grouped")
            .Select(plan => plan.Terms.Name).OrderBy(name => int.Parse(name, System.Globalization.CultureInfo.InvariantCulture))];
    }
}
