using System.Diagnostics;
using System.Globalization;
using FaceH5Portal.Benchmarks.Stubs;
using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Billing.Bills;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Ledger;
using FaceH5Portal.Core.Ledger.Months;
using FaceH5Portal.Core.Ledger.Reconciling;
using Microsoft.EntityFrameworkCore;
using PortalEngine;

namespace FaceH5Portal.Benchmarks.Lists;

/// <summary>
/// The promise: a month of a million entries is reconciled within 60 s and 256 MiB. Every entry is added up, every token
/// judged again, and the vendor's bill laid beside the sums; beside it the same by reading all of it first.
/// </summary>
internal static class ReconcileSpeed
{
    private const int Many = 1_000_000;
    private const int RoundCount = 3;
    private const double MostSeconds = 60;
    private const double MostMebibytes = 256;
    private const double Mebibyte = 1024 * 1024;

    private static readonly string[] Ways = ["portal", "all-first"];
    private static readonly Actor Administrator = Actor.InRole("benchmark", "Administrator", Role.Administrator);

    // Nothing is asked of the vendor.
    private static readonly Uri Nowhere = new("http://127.0.0.1:9");

    public static async Task<bool> RunAsync()
    {
        using var folder = new TemporaryFolder();
        await using (var portal = await Portal.OpenAsync(Nowhere, folder.Path))
        {
            await LedgerFill.RunAsync(portal, Many, withAccounts: true);
            if (!(await portal.Get<BillDesk>().ImportAsync(Administrator, LedgerFill.Month.From, SampleBill.Bytes(), BillMapping.Usual, CancellationToken.None)).Ok)
                throw new BenchmarkException("The bill is refused.");
        }
        var seconds = Ways.ToDictionary(way => way, _ => new Rounds());
        var mebibytes = Ways.ToDictionary(way => way, _ => new Rounds());
        for (var round = 0; round < RoundCount; round++)
            foreach (var way in Ways)
            {
                var (time, memory) = await InItsOwnProcessAsync(way, folder.Path);
                seconds[way].Add(time);
                mebibytes[way].Add(memory);
            }
        var table = new MarkdownTable("way", "seconds", "highest working set, MiB");
        foreach (var way in Ways)
            table.Add(way, seconds[way].Show("0.0"), mebibytes[way].Show("0"));
        Console.WriteLine($"A month of {Many} entries and as many tokens, median (least–most) of {RoundCount} rounds\n{Machine.Description}\n\n{table}");
        return seconds["portal"].Most <= MostSeconds && mebibytes["portal"].Most <= MostMebibytes;
    }

    /// <summary>The part of the child: reconciles once and says what it took.</summary>
    public static async Task<bool> RunPartAsync(string way, string folder)
    {
        await using var portal = await Portal.OpenAsync(Nowhere, folder);
        var start = Stopwatch.GetTimestamp();
        var agrees = way == "portal" ? await ProveAsync(portal) : await ReadAllFirstAsync(portal);
        var matches = (await portal.Get<BillDesk>().MatchAsync(Administrator, LedgerFill.Month.From, CancellationToken.None)).Value.Matches;
        var time = Stopwatch.GetElapsedTime(start).TotalSeconds;
        using var process = Process.GetCurrentProcess();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{time} {process.PeakWorkingSet64 / Mebibyte}"));
        return agrees && matches.Count > 0;
    }

    private static async Task<bool> ProveAsync(Portal portal)
    {
        var proof = (await portal.Get<MonthProver>().ProveAsync(Administrator, LedgerFill.Month.From, null, CancellationToken.None)).Value;
        return proof is { Holds: true, Entries: Many, Tokens: Many };
    }

    private static async Task<bool> ReadAllFirstAsync(Portal portal)
    {
        await using var db = await portal.Get<PortalStore>().ReadAsync(CancellationToken.None);
        var entries = await db.Set<LedgerEntry>().AsNoTracking().ToListAsync();
        var totals = await db.Set<LedgerTotal>().AsNoTracking().ToListAsync();
        var accounts = await db.Set<TokenAccount>().AsNoTracking().ToListAsync();
        var booked = entries.ToLookup(entry => entry.VerifyTokenId);
        return entries.Sum(entry => entry.Amount) == totals.Sum(total => total.Amount)
            && accounts.Count(account => Reconciler.Judge(account.Facts).State == account.State && booked[account.VerifyTokenId].Any()) == Many;
    }

    private static async Task<(double Seconds, double Mebibytes)> InItsOwnProcessAsync(string way, string folder)
    {
        using var child = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, [typeof(ReconcileSpeed).Assembly.Location, "reconcile-part", way, folder])
        {
            RedirectStandardOutput = true,
        })!;
        var said = (await child.StandardOutput.ReadToEndAsync()).Split(' ', StringSplitOptions.TrimEntries);
        await child.WaitForExitAsync();
        return child.ExitCode == 0 && said.Length == 2
            ? (double.Parse(said[0], CultureInfo.InvariantCulture), double.Parse(said[1], CultureInfo.InvariantCulture))
            : throw new BenchmarkException($"The way {way} did not reconcile: exit code {child.ExitCode}.");
    }
}
