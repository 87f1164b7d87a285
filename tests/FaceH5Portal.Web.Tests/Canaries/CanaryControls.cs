using System.Diagnostics;
using System.Diagnostics.Metrics;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Web.Tests.Host;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace FaceH5Portal.Web.Tests.Canaries;

/// <summary>Words that do stand in each place, put there by the place's own means: a search that misses them proves nothing.</summary>
internal static class CanaryControls
{
    public const string What = "control";

    public static IReadOnlyList<string> Planted { get; } = [.. CanaryPlaces.Names, "database", "write-ahead log", "copy", "files"];

    public static string WordsOf(string place) => $"a-control-canary-that-has-to-be-found-in-{place.Replace(' ', '-')}";

    public static async Task PlantAsync(PortalHost portal)
    {
        portal.Services.GetRequiredService<ILoggerFactory>().CreateLogger("Control").LogInformation("{Words}", WordsOf("logs"));
        using (var source = new ActivitySource("Control"))
        using (var activity = source.StartActivity("control"))
            activity!.SetTag("words", WordsOf("traces"));
        using (var meter = new Meter("Control"))
            meter.CreateCounter<long>("control").Add(1, KeyValuePair.Create<string, object?>("words", WordsOf("metrics")));
        Assert.Throws<InvalidOperationException>(void () => throw new InvalidOperationException(WordsOf("exceptions")));
        using var visitor = portal.Visit();
        (await visitor.GetAsync($"/{Uri.EscapeDataString(WordsOf("addresses"))}")).Dispose();
        await File.WriteAllTextAsync(Path.Combine(portal.Folder, "control"), WordsOf("files"));
        await WriteAsync(portal, $"CREATE TABLE Control (Words TEXT); INSERT INTO Control VALUES ('{WordsOf("database")}'), ('{WordsOf("copy")}')");
    }

    /// <summary>The last write before the search, so that no checkpoint has taken it into the file yet.</summary>
    public static Task PlantInLogAsync(PortalHost portal) => WriteAsync(portal, $"INSERT INTO Control VALUES ('{WordsOf("write-ahead log")}')");

    private static async Task WriteAsync(PortalHost portal, string sql)
    {
        await using var db = await portal.Services.GetRequiredService<PortalStore>().ReadAsync(CancellationToken.None);
        await db.Database.ExecuteSqlRawAsync(sql);
    }
}
