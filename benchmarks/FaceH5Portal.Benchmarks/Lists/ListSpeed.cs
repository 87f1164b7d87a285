using System.Diagnostics;
using FaceH5Portal.Benchmarks.DueScan;
using FaceH5Portal.Benchmarks.Stubs;
using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Plans;
using FaceH5Portal.Core.Sessions;
using FaceH5Portal.Core.Sessions.Finding;
using FaceH5Portal.Core.Subjects;
using Microsoft.EntityFrameworkCore;
using PortalEngine;

namespace FaceH5Portal.Benchmarks.Lists;

/// <summary>The promises: any page at a million sessions within 3 times its time at ten thousand, and an export of them within 32 MiB.</summary>
internal static class ListSpeed
{
    private const int Few = 10_000;
    private const int Many = 1_000_000;
    private const int Repeats = 60;
    private const double MostTimes = 3;
    private const double MostMebibytes = 32;
    private const string Name = "测试甲";
    private const string Number = "110101199003070011";

    private static readonly Actor Operator = Actor.InRole("benchmark", "Operator", Role.Operator);

    // Nothing is asked of the vendor.
    private static readonly Uri Nowhere = new("http://127.0.0.1:9");

    public static async Task<bool> RunAsync()
    {
        // The compiler's first work is nobody's promise, so the first run is not counted.
        _ = await MeasureAsync(Few, exports: false);
        var few = await MeasureAsync(Few, exports: false);
        var many = await MeasureAsync(Many, exports: true);
        var holds = many.KeptMebibytes <= MostMebibytes;
        Console.WriteLine("| page of 25, with its count | 10,000 sessions, ms | 1,000,000 sessions, ms | times |\n|---|---|---|---|");
        foreach (var (name, time) in few.Times)
        {
            var times = many.Times[name] / time;
            holds &= times <= MostTimes;
            Console.WriteLine(FormattableString.Invariant($"| {name} | {time:0.00} | {many.Times[name]:0.00} | {times:0.0} |"));
        }
        Console.WriteLine(FormattableString.Invariant($"\nRows read for an export: {many.Rows}, {many.Seconds:0} s, {many.KeptMebibytes:0.0} MiB above the start at most after a collection, {many.ExtraMebibytes:0.0} MiB with the garbage between two."));
        return holds;
    }

    private static async Task<Figures> MeasureAsync(int sessions, bool exports)
    {
        using var folder = new TemporaryFolder();
        await using var portal = await Portal.OpenAsync(Nowhere, folder.Path);
        await Console.Error.WriteLineAsync($"Filling {sessions} sessions");
        await BigDatabase.FillAsync(portal, sessions, sessions / 10);
        // Those that are filled in cannot be opened.
        await using (var db = await portal.Get<PortalStore>().ReadAsync(CancellationToken.None))
            await db.Database.ExecuteSqlRawAsync("UPDATE Subjects SET SealedName = NULL, SealedNumber = NULL, CertificateType = NULL");
        var plan = await NamePeopleAsync(portal);
        var search = portal.Get<SessionSearch>();
        var times = new Dictionary<string, double>();
        foreach (var (name, filter) in await CasesAsync(search, plan))
            times[name] = await MedianAsync(search, filter);
        return exports ? await ExportAsync(search, times) : new Figures(times, 0, 0, 0, 0);
    }

    /// <summary>Fifty sessions of one name, one of them of the number that is looked for; answers the plan of all.</summary>
    private static async Task<Guid> NamePeopleAsync(Portal portal)
    {
        var index = portal.Get<BlindIndex>();
        await using var db = await portal.Get<PortalStore>().ReadAsync(CancellationToken.None);
        await db.Database.ExecuteSqlRawAsync(
            "UPDATE Subjects SET NameIndex = {0} WHERE Id IN (SELECT Id FROM Subjects ORDER BY Id LIMIT 50 OFFSET 5000)", index.OfName(Name));
        await db.Database.ExecuteSqlRawAsync(
            "UPDATE Subjects SET NumberIndex = {0} WHERE Id = (SELECT Id FROM Subjects ORDER BY Id LIMIT 1 OFFSET 5000)",
            index.OfNumber(CertificateType.ResidentIdCard, Number));
        return await db.Set<Plan>().OrderBy(plan => plan.Id).Select(plan => plan.Id).FirstAsync();
    }

    private static async Task<List<(string, SessionFilter)>> CasesAsync(SessionSearch search, Guid plan)
    {
        // As the console asks: what is archived is left out.
        var all = new SessionFilter { Limit = 25, IsArchived = false };
        var cases = new List<(string, SessionFilter)>();
        foreach (var sort in Enum.GetValues<SessionSort>())
        {
            cases.Add(($"by {sort}", all with { Sort = sort }));
            cases.Add(($"by {sort}, from a place on", all with { Sort = sort, Ascending = true, Mark = await PlaceAsync(search, all with { Sort = sort, Ascending = true }) }));
        }
        cases.Add(("status", all with { Status = SessionStatus.Capturing }));
        cases.Add(("status, by expiry", all with { Status = SessionStatus.Capturing, Sort = SessionSort.Expiry }));
        cases.Add(("plan, by expiry", all with { PlanIds = [plan], Sort = SessionSort.Expiry }));
        cases.Add(("name", all with { Person = SoughtPerson.Of(Name, null) }));
        cases.Add(("number, by status", all with { Person = SoughtPerson.Of(null, Number), Sort = SessionSort.Status }));
        cases.Add(("harvest", all with { Harvest = HarvestState.NotDue }));
        cases.Add(("harvest complete", all with { Harvest = HarvestState.Complete }));
        cases.Add(("review, by status", all with { Review = ReviewState.Needed, Sort = SessionSort.Status }));
        cases.Add(("charged", all with { IsCharged = true }));
        cases.Add(("reference", all with { Reference = "order-77" }));
        cases.Add(("log_id", all with { LogId = "nobody's" }));
        cases.Add(("dates", all with { CreatedFromUtc = DateTime.UtcNow.AddDays(-30), CreatedBeforeUtc = DateTime.UtcNow.AddDays(-20) }));
        cases.Add(("what no session has", all with { Status = SessionStatus.Passed, IsCharged = false }));
        return cases;
    }

    private static async Task<SessionMark?> PlaceAsync(SessionSearch search, SessionFilter filter) =>
        (await search.FindAsync(Operator, filter with { Limit = 2_000 }, CancellationToken.None)).Value.Next;

    private static async Task<double> MedianAsync(SessionSearch search, SessionFilter filter)
    {
        var times = new List<double>();
        for (var round = -10; round < Repeats; round++)
        {
            var start = Stopwatch.GetTimestamp();
            _ = (await search.FindAsync(Operator, filter, CancellationToken.None)).Value;
            _ = (await search.CountAsync(Operator, filter, CancellationToken.None)).Value;
            if (round >= 0)
                times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }
        return times.Order().ElementAt(Repeats / 2);
    }

    /// <summary>As the endpoint reads: pages of 250, one after the other, none kept.</summary>
    private static async Task<Figures> ExportAsync(SessionSearch search, Dictionary<string, double> times)
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        var (before, start, most, kept, rows) = (GC.GetTotalMemory(false), Stopwatch.GetTimestamp(), 0L, 0L, 0);
        for (SessionMark? mark = null; ;)
        {
            var page = (await search.FindAsync(Operator, new SessionFilter { Limit = 250, Mark = mark }, CancellationToken.None)).Value;
            rows += page.Items.Count;
            most = Math.Max(most, GC.GetTotalMemory(false) - before);
            kept = Math.Max(kept, GC.GetGCMemoryInfo(GCKind.Any).HeapSizeBytes - before);
            if (page.Next is null)
                return new Figures(times, rows, Stopwatch.GetElapsedTime(start).TotalSeconds, kept / 1024.0 / 1024, most / 1024.0 / 1024);
            mark = page.Next;
        }
    }

    private sealed record Figures(Dictionary<string, double> Times, int Rows, double Seconds, double KeptMebibytes, double ExtraMebibytes);
}
