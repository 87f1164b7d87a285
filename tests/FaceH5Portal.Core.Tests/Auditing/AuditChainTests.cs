using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Auditing;
using FaceH5Portal.Core.Data;
using FaceH5Portal.TestKit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace FaceH5Portal.Core.Tests.Auditing;

public sealed class AuditChainTests : IAsyncLifetime
{
    private AuditBench bench = null!;
    private long last;

    public async Task InitializeAsync()
    {
        bench = await AuditBench.OpenAsync(20);
        await (await SessionDriver.CreateAsync(bench.Portal)).GoThroughAsync();
        last = await bench.LastAsync();
    }

    public async Task DisposeAsync() => await bench.DisposeAsync();

    [Fact]
    public async Task What_nobody_touched_holds()
    {
        var verdict = await bench.VerifyAsync();
        Assert.Empty(verdict.Findings);
        Assert.Equal(last, verdict.Entries);
    }

    [Fact]
    public async Task Writes_that_come_at_once_or_are_taken_back_leave_a_chain_without_a_gap()
    {
        await Task.WhenAll(Enumerable.Range(0, 200).Select(number => Task.Run(() => bench.Portal.Get<PortalStore>().WriteAsync<int>(write =>
        {
            bench.Portal.Get<AuditTrail>().Record(write, Actor.System, AuditAction.SessionCreated, $"session/{number}");
            bench.Portal.Get<AuditTrail>().Record(write, Actor.System, AuditAction.SessionCancelled, $"session/{number}");
            return Task.FromResult<Result<int>>(number % 3 == 0 ? new PortalError("taken-back") : number);
        }, CancellationToken.None))));
        var verdict = await bench.VerifyAsync();
        Assert.Empty(verdict.Findings);
        Assert.Equal(last + (2 * 133), verdict.Entries);
    }

    [Fact]
    public async Task What_is_written_while_it_is_read_is_no_finding()
    {
        var writing = bench.RecordAsync(100);
        while (!writing.IsCompleted)
            Assert.Empty((await bench.VerifyAsync()).Findings);
        await writing;
    }

    [Fact]
    public async Task An_end_that_is_cut_off_is_found_by_the_note_outside_the_database()
    {
        await bench.DoAsync($"DELETE FROM AuditEntries WHERE Sequence > {last - 3}");
        Assert.Equal([new AuditFinding(AuditFault.CutOff, last - 2, last)], (await bench.VerifyAsync()).Findings);
    }

    [Theory]
    [InlineData(3, 10)]
    [InlineData(3, 3)]
    [InlineData(1, 1)]
    public async Task An_end_that_is_cut_off_is_found_when_the_portal_has_written_on(int cutOff, int written)
    {
        await bench.DoAsync($"DELETE FROM AuditEntries WHERE Sequence > {last - cutOff}");
        await bench.RecordAsync(written);
        Assert.Equal([new AuditFinding(AuditFault.NotWhatWasSeen, last, last)], (await bench.VerifyAsync()).Findings);
    }

    [Fact]
    public async Task An_audit_that_is_gone_is_found()
    {
        await bench.DoAsync("DELETE FROM AuditEntries");
        Assert.Equal([new AuditFinding(AuditFault.CutOff, 1, last)], (await bench.VerifyAsync()).Findings);
    }

    [Fact]
    public async Task A_forged_note_outside_the_database_is_found()
    {
        var path = Path.Combine(bench.Notes, AuditWitness.EndFile);
        var line = await ReadAsync(path);
        await File.AppendAllTextAsync(Path.Combine(bench.Notes, AuditWitness.ListFile), line.Replace($"{last:D19}", $"{last - 1:D19}", StringComparison.Ordinal));
        Assert.Equal([new AuditFinding(AuditFault.NoteForged, last - 1, last - 1)], (await bench.VerifyAsync()).Findings);
    }

    [Fact]
    public async Task A_list_of_notes_grows_by_one_for_each_thousand_entries_and_holds()
    {
        await bench.Portal.Get<PortalStore>().WriteAsync<int>(write =>
        {
            foreach (var number in Enumerable.Range(0, 2500))
                bench.Portal.Get<AuditTrail>().Record(write, Actor.System, AuditAction.SessionCreated, $"session/{number}");
            return Task.FromResult<Result<int>>(1);
        }, CancellationToken.None);
        Assert.Single(await File.ReadAllLinesAsync(Path.Combine(bench.Notes, AuditWitness.ListFile)));
        Assert.Empty((await bench.VerifyAsync()).Findings);
    }

    [Theory]
    [InlineData("UPDATE AuditEntries SET Note = 'x' WHERE Sequence = 3")]
    [InlineData("DELETE FROM AuditEntries WHERE Sequence = 2")]
    [InlineData("UPDATE AuditEntries SET Action = 'PlanChanged' WHERE Sequence = 1")]
    public async Task Entries_from_before_the_chain_are_bound_by_the_one_that_begins_it(string hand)
    {
        await using var older = await AuditBench.OpenAsync(10);
        await older.DoAsync("UPDATE AuditEntries SET Seal = NULL");
        await older.Portal.Services.GetServices<IOpeningStep>().OfType<AuditOpening>().Single().RunAsync(CancellationToken.None);
        await older.RecordAsync(5);
        Assert.Empty((await older.VerifyAsync()).Findings);
        Assert.Equal(older.Earlier + 16, await older.LastAsync());
        await older.DoAsync(hand);
        var finding = (await older.VerifyAsync()).Findings[0];
        Assert.Equal((AuditFault.AlteredBeforeChain, 1L, older.Earlier + 11L), (finding.Fault, finding.First, finding.Last));
    }

    [Fact]
    public async Task A_note_that_cannot_be_written_is_told_in_the_log_and_costs_no_commit()
    {
        var file = Path.Combine(bench.Portal.Folder, "a-file");
        await File.WriteAllTextAsync(file, "where the folder should be");
        using var witness = new AuditWitness(new AuditFolder(Path.Combine(file, "audit")), bench.Portal.Get<AuditChain>(), bench.Portal.Clock, NullLogger<AuditWitness>.Instance);
        witness.See(1, AuditChain.Beginning);
        Assert.Empty(witness.Read());
    }

    private static async Task<string> ReadAsync(string path)
    {
        using var reader = new StreamReader(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        return await reader.ReadToEndAsync();
    }
}
