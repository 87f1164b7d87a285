using System.Globalization;
using EngineLoad;
using FaceH5Portal.Benchmarks.Stubs;
using FaceH5Portal.Core.Evidence.Preflight;
using FaceH5Portal.Vendors.Juhe;
using FaceH5Portal.Vendors.Photos;
using PortalEngine;
using SkiaSharp;

namespace FaceH5Portal.Benchmarks.Photos;

/// <summary>
/// The promise: a check costs at most 3 ms of processor time beyond re-encoding its photo, and 2 MiB of memory beyond the photo; a vendor
/// that hangs delays only its own checks.
/// </summary>
internal static class PhotoCheckCost
{
    private const double MostMilliseconds = 3;
    private const double MostMebibytes = 2;
    private const double MostDelay = 1.5;
    private const int RoundCount = 3;
    private const int ChecksPerRound = 100;
    private const int ChecksPerTurn = 20;
    private const int Hanging = 64;

    public static async Task<bool> RunAsync()
    {
        using var folder = new TemporaryFolder();
        await using var vendor = await StubProcess.StartAsync(Stub.Vendor);
        await using var portal = await Portal.OpenAsync(vendor.Address, folder.Path, services => PhotoLoad.AddVendors(services, vendor.Address));
        var load = new PhotoLoad(portal, Photo());
        var (cpu, memory, calm, beside, ready) = (new Rounds(), new Rounds(), new Rounds(), new Rounds(), new Rounds());
        await WarmUp.RunAsync(_ => CostAsync(load, new Rounds(), new Rounds(), new Rounds()));
        for (var round = 0; round < RoundCount; round++)
        {
            await Console.Error.WriteLineAsync($"Round {round + 1} of {RoundCount}");
            await CostAsync(load, cpu, memory, ready);
        }
        calm.Add(await load.TypicalAsync(ChecksPerRound));
        var hanging = Enumerable.Range(0, Hanging).Select(_ => load.CheckAsync(PhotoVendor.Linkface, load.Photo)).ToList();
        beside.Add(await load.TypicalAsync(ChecksPerRound));
        var stillHanging = hanging.Count(check => !check.IsCompleted);
        await Task.WhenAll(hanging);
        if (stillHanging < Hanging)
            throw new BenchmarkException("The vendor that was to hang had ended before the others were measured.");
        Report(cpu, memory, ready, calm, beside);
        return cpu.Median <= MostMilliseconds && ready.Median <= MostMilliseconds && memory.Median <= MostMebibytes && beside.Median <= calm.Median * MostDelay;
    }

    /// <summary>What the checks took, less what making their photos fit takes alone; by turns, since a shared machine is slow by turns.</summary>
    private static async Task CostAsync(PhotoLoad load, Rounds cpu, Rounds memory, Rounds ready)
    {
        var (whole, fitting, wholeReady, fittingReady) = (new Spent(), new Spent(), new Spent(), new Spent());
        for (var turn = 0; turn < ChecksPerRound / ChecksPerTurn; turn++)
        {
            await whole.AddAsync(ChecksPerTurn, () => load.CheckAsync(load.Photo));
            await fitting.AddAsync(ChecksPerTurn, () => FitAsync(load.Photo));
            await wholeReady.AddAsync(ChecksPerTurn, () => load.CheckAsync(load.FittingPhoto));
            await fittingReady.AddAsync(ChecksPerTurn, () => FitAsync(load.FittingPhoto));
        }
        cpu.Add((whole.Milliseconds - fitting.Milliseconds) / ChecksPerRound);
        ready.Add((wholeReady.Milliseconds - fittingReady.Milliseconds) / ChecksPerRound);
        memory.Add((whole.Bytes - fitting.Bytes) / 1024 / 1024 / ChecksPerRound);
    }

    private static Task FitAsync(byte[] photo)
    {
        _ = PhotoPreflight.Fit(photo, JuheLimits.Photo).Value;
        return Task.CompletedTask;
    }

    private static void Report(Rounds cpu, Rounds memory, Rounds ready, Rounds calm, Rounds beside)
    {
        var table = new MarkdownTable("of one check", "figure", "at most");
        table.Add("processor time beyond re-encoding, ms", cpu.Show("0.00"), Text(MostMilliseconds));
        table.Add("the same of a photo that fits as it is, ms", ready.Show("0.00"), Text(MostMilliseconds));
        table.Add("memory allocated beyond re-encoding, MiB", memory.Show("0.00"), Text(MostMebibytes));
        table.Add($"median while {Hanging} checks of another vendor hang ÷ without, ms", $"{Text(beside.Median)} ÷ {Text(calm.Median)}", Text(MostDelay));
        Console.WriteLine(Machine.Description);
        Console.WriteLine();
        Console.WriteLine(table);

        static string Text(double figure) => figure.ToString("0.00", CultureInfo.InvariantCulture);
    }

    /// <summary>As a phone takes it, with detail enough that it has to be written anew.</summary>
    private static byte[] Photo()
    {
        using var bitmap = new SKBitmap(1600, 1200);
        using var canvas = new SKCanvas(bitmap);
        using var noise = SKShader.CreatePerlinNoiseTurbulence(0.02f, 0.02f, 4, 1);
        using var paint = new SKPaint { Shader = noise };
        canvas.DrawRect(0, 0, bitmap.Width, bitmap.Height, paint);
        using var data = bitmap.Encode(SKEncodedImageFormat.Jpeg, 90);
        return data.ToArray();
    }
}
