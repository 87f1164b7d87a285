using System.Globalization;
using FaceH5Portal.Benchmarks.Calls;
using FaceH5Portal.Benchmarks.Stubs;

namespace FaceH5Portal.Benchmarks.Pages;

/// <summary>
/// The promise: no page of the end user weighs more than 15 KB with all it names, none costs more than 0.3 ms of
/// processor time, and the first is painted in a fifth of the time of its like in stock MudBlazor.
/// </summary>
internal static class PageCosts
{
    private const int MostBytes = 15_000;
    private const double MostMilliseconds = 0.3;
    private const double MostOfStock = 0.2;
    private const int RoundCount = 7;
    private const int RequestsPerRound = 1_000;

    public static async Task<bool> RunAsync(bool withPaints)
    {
        using var folder = new TemporaryFolder();
        var program = await Published.ToAsync(folder.Path, Path.Combine("src", "FaceH5Portal.Web"));
        await using var portal = await PortalUnderTest.StartAsync(program, Path.Combine(folder.Path, "data"));
        Console.WriteLine(Machine.Description);
        var staticProgram = await Published.ToAsync(folder.Path, Path.Combine("benchmarks", "StaticPage"));
        await using var plain = await StubProcess.StartAsync(new Stub("static page", staticProgram, "--urls=http://127.0.0.1:0"));
        List<Subject> cast = [.. await Cast.AssembleAsync(portal), new("(floor: a static page of the framework)", plain, new Guest(plain.Address), "/")];
        var holds = await ReportAsync(cast, await MeasureAsync(cast));
        return !withPaints ? holds : await PaintAsync(portal, folder.Path) && holds;
    }

    private static async Task<bool> PaintAsync(PortalUnderTest portal, string folder)
    {
        var program = await Published.ToAsync(folder, Path.Combine("benchmarks", "StockPage"));
        await using var stock = await StubProcess.StartAsync(new Stub("stock page", program, "--urls=http://127.0.0.1:0"));
        return Report(await FirstPaints.MeasureAsync(await portal.InviteAsync(), stock.Address));
    }

    private static async Task<IReadOnlyList<Rounds>> MeasureAsync(IReadOnlyList<Subject> cast)
    {
        var costs = cast.Select(_ => new Rounds()).ToList();
        // The first two rounds let the compiler settle and are not counted.
        for (var round = -2; round < RoundCount; round++)
        {
            await Console.Error.WriteLineAsync($"Round {round + 1} of {RoundCount}");
            foreach (var (subject, rounds) in cast.Zip(costs))
            {
                var before = subject.Process.Cpu();
                await VendorClient.RepeatAsync(RequestsPerRound, async _ => (await subject.Guest.GetAsync(subject.Path, compressed: true)).Dispose());
                if (round >= 0) rounds.Add((subject.Process.Cpu() - before).TotalMilliseconds / RequestsPerRound);
            }
        }
        return costs;
    }

    private static async Task<bool> ReportAsync(IReadOnlyList<Subject> cast, IReadOnlyList<Rounds> costs)
    {
        var table = new MarkdownTable("page", "bytes with style and script", "ms of processor time");
        var holds = true;
        foreach (var (subject, rounds) in cast.Zip(costs))
        {
            var bytes = await subject.Guest.WeighAsync(subject.Path);
            holds &= bytes <= MostBytes && rounds.Median <= MostMilliseconds;
            table.Add(subject.Name, bytes.ToString("N0", CultureInfo.InvariantCulture), rounds.Show("0.000"));
        }
        Console.WriteLine($"Bytes over the wire of a first visit; ms of processor time per request, median (least–most) of {RoundCount} rounds of {RequestsPerRound}");
        Console.WriteLine();
        Console.WriteLine(table);
        return holds;
    }

    private static bool Report(IReadOnlyList<Paint> paints)
    {
        var table = new MarkdownTable("seen from", "portal, ms", "stock MudBlazor, ms", "portal ÷ stock", "four letters, ms", "portal, bytes", "stock MudBlazor, bytes");
        foreach (var paint in paints)
            table.Add(paint.Name, paint.Portal.Show("0"), paint.Stock.Show("0"), paint.Ratio.Show("0.00"), paint.Floor.Show("0"), paint.PortalBytes.Show("N0"), paint.StockBytes.Show("N0"));
        Console.WriteLine($"First contentful paint of the consent page, median (least–most) of {FirstPaints.Loads} interleaved loads with an empty cache");
        Console.WriteLine();
        Console.WriteLine(table);
        // Where a browser takes longer than that for four letters, no page can tell anything.
        var telling = paints.Where(paint => paint.Floor.Per(paint.Stock).Median <= MostOfStock).ToList();
        return telling.Count > 0 && telling.All(paint => paint.Ratio.Median <= MostOfStock);
    }
}
