using System.Diagnostics;
using System.Globalization;
using FaceH5Portal.Benchmarks.Stubs;
using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Plans;
using FaceH5Portal.Core.Sessions;
using FaceH5Portal.Core.Subjects;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PortalEngine;

namespace FaceH5Portal.Benchmarks.Guard;

/// <summary>The promise: a new master key wraps the keys of 100,000 sessions while sessions go on being made, none refused and 99 of 100 within a quarter of a second.</summary>
internal static class RotationSpeed
{
    private const int Stored = 100_000;
    private const int AtOnce = 64;
    private const int PeopleMeanwhile = 4;
    private const double MostMilliseconds = 250;

    private static readonly Actor Operator = Actor.InRole("benchmark", "Operator", Role.Operator);

    // Nothing is asked of the vendor.
    private static readonly Uri Nowhere = new("http://127.0.0.1:9");

    public static async Task<bool> RunAsync()
    {
        using var folder = new TemporaryFolder();
        await using (var before = await Portal.OpenAsync(Nowhere, folder.Path))
            await FillAsync(before);
        await using var portal = await OpenAsync(folder.Path, 1, 2);
        var calm = await CreateAsync(portal, enough: 2_000, () => false);
        var started = Stopwatch.GetTimestamp();
        var rotation = Task.Run(() => portal.Get<KeyRotation>().RunAsync(CancellationToken.None));
        var meanwhile = await CreateAsync(portal, enough: int.MaxValue, () => rotation.IsCompleted);
        Report(calm, meanwhile, Stopwatch.GetElapsedTime(started));
        if (await rotation is var left and > 0)
            throw new BenchmarkException($"{left} keys are left.");
        return await IsWholeAsync(folder.Path, portal, calm, meanwhile) && meanwhile.Percentile(0.99) < MostMilliseconds;
    }

    private static Task<Portal> OpenAsync(string folder, params int[] versions) => Portal.OpenAsync(Nowhere, folder, services => services.AddSingleton(
        new MasterKeyRing("the benchmark", versions.Select(version => new MasterKey(version == 1 ? Portal.MasterKeyBytes : [.. Portal.MasterKeyBytes.Reverse()], version)))));

    private static async Task FillAsync(Portal portal)
    {
        await Console.Error.WriteLineAsync($"Making {Stored} sessions");
        var request = await RequestAsync(portal);
        await Parallel.ForEachAsync(Enumerable.Range(0, Stored), new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (_, _) =>
            MustBe((await portal.Get<SessionService>().CreateAsync(Operator, request, CancellationToken.None)).Ok));
    }

    /// <summary>Sessions made one after the other by some people at once, and how long each took in ms.</summary>
    private static async Task<Rounds> CreateAsync(Portal portal, int enough, Func<bool> isOver)
    {
        var (request, all, made) = (await RequestAsync(portal), new List<double>(), 0);
        await Task.WhenAll(Enumerable.Range(0, PeopleMeanwhile).Select(async _ =>
        {
            while (Interlocked.Increment(ref made) <= enough && !isOver())
            {
                var started = Stopwatch.GetTimestamp();
                MustBe((await portal.Get<SessionService>().CreateAsync(Operator, request, CancellationToken.None)).Ok);
                lock (all) all.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            }
        }));
        var rounds = new Rounds();
        all.ForEach(rounds.Add);
        return rounds;
    }

    private static void MustBe(bool made)
    {
        if (!made)
            throw new BenchmarkException("A session was refused.");
    }

    private static async Task<NewSession> RequestAsync(Portal portal)
    {
        var plans = await portal.Get<PlanService>().ListAsync(Operator, CancellationToken.None);
        return new NewSession(plans.Value.Single(plan => plan.Terms.VendorPlanId == "1001").Id)
        {
            Identity = new Identity("测试甲", "110101199003070011", CertificateType.ResidentIdCard),
        };
    }

    /// <summary>Nothing is left under the old key, nobody is missing, and the portal starts without it.</summary>
    private static async Task<bool> IsWholeAsync(string folder, Portal portal, Rounds calm, Rounds meanwhile)
    {
        await using (var db = await portal.Get<PortalStore>().ReadAsync(CancellationToken.None))
            if (await db.Set<Subject>().AnyAsync(subject => subject.MasterKeyVersion != 2) || await db.Set<VerificationSession>().CountAsync() != Stored + calm.Count + meanwhile.Count)
                throw new BenchmarkException("Not every key was wrapped anew, or not every session is there.");
        await portal.DisposeAsync();
        await using var after = await OpenAsync(folder, 2);
        await using var read = await after.Get<PortalStore>().ReadAsync(CancellationToken.None);
        return await read.Set<Subject>().AsNoTracking().AsAsyncEnumerable().AllAsync(subject => after.Get<SubjectVault>().IdentityOf(subject) != null);
    }

    private static void Report(Rounds calm, Rounds meanwhile, TimeSpan elapsed)
    {
        var table = new MarkdownTable("ms for a session to be made", "sessions", "p50", "p99", "most");
        foreach (var (name, rounds) in new[] { ("before", calm), ("while the keys are wrapped anew", meanwhile) })
            table.Add(name, rounds.Count.ToString(CultureInfo.InvariantCulture), Text(rounds.Median), Text(rounds.Percentile(0.99)), Text(rounds.Most));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Stored} sessions and those made meanwhile, {elapsed.TotalSeconds:0.0} s, {PeopleMeanwhile} people making sessions"));
        Console.WriteLine(Machine.Description);
        Console.WriteLine();
        Console.WriteLine(table);

        static string Text(double figure) => figure.ToString("0.0", CultureInfo.InvariantCulture);
    }
}
