using System.Globalization;
using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Harvesting;
using FaceH5Portal.Sandbox;
using FaceH5Portal.Web.Tests.Host;
using FaceH5Portal.Web.Tests.Safety.Access;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Xunit.Abstractions;

namespace FaceH5Portal.Web.Tests.Canaries;

/// <summary>
/// Made-up people go through the whole portal, and then their data is searched for everywhere it could have leaked to:
/// the database with its log and a copy of it, every file beside it, logs, traces, metrics, exceptions and addresses.
/// </summary>
public sealed class CanaryCampaign(ITestOutputHelper told) : IDisposable
{
    private const int Usual = 48;
    private const int AtOnce = 4;

    // A link and the way back are addresses, and the address is their secret; nowhere else may they stand.
    private static readonly string[] AddressesThemselves = ["link code", "return state"];

    private readonly string folder = Directory.CreateTempSubdirectory("canaries-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Nobody_is_found_in_plain_text_anywhere()
    {
        var places = new CanaryPlaces(folder);
        await using var portal = PortalHost.With(AccessCaller.Settings, places.AddTo);
        var journeys = await LeadAsync(portal);
        await CanaryControls.PlantAsync(portal);
        var files = (await FilesAsync(portal)).ToList();
        places.Close();

        var search = SearchFor(journeys);
        var found = files.SelectMany(file => search.In(file.Path).Select(needle => (file.Place, Needle: needle))).ToList();
        Assert.All(CanaryControls.Planted.Index(), planted => Assert.Contains(found,
            hit => hit.Place == planted.Item && hit.Needle is { What: CanaryControls.What } control && control.Person == planted.Index));
        Assert.Empty(found.Where(hit => hit.Needle.What != CanaryControls.What && !(hit.Place == "addresses" && AddressesThemselves.Contains(hit.Needle.What)))
            .Select(hit => $"{hit.Place}: {hit.Needle}").Order(StringComparer.Ordinal));
        told.WriteLine($"{journeys.Count} people, {journeys.Sum(journey => journey.Secrets.Count + journey.Pictures.Count)} secrets, {files.Count} files, "
            + $"{files.Sum(file => new FileInfo(file.Path).Length) >> 20} MiB: {string.Join(", ", files.GroupBy(file => file.Place).Select(group => $"{group.Key} {group.Sum(file => new FileInfo(file.Path).Length) >> 10} KiB"))}");
    }

    private static async Task<List<CanaryJourney>> LeadAsync(PortalHost portal)
    {
        var journeys = Enumerable.Range(0, Number("CANARIES", Usual)).Select(index => new CanaryJourney(portal, new CanaryPerson(index), AccessCaller.WholeKey)).ToList();
        // Up and running before several come at once.
        _ = portal.Services;
        await Parallel.ForEachAsync(journeys, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (journey, _) => await journey.GoAsync());
        // Beyond every token's death, so that whoever never came back is asked about too.
        portal.Services.GetRequiredService<SandboxClock>().Advance(TimeSpan.FromHours(3));
        for (var sweep = 0; sweep < 30 && await portal.Services.GetRequiredService<HarvestPass>().RunAsync(CancellationToken.None) > 0; sweep++)
        {
        }
        foreach (var journey in journeys)
            await journey.RememberPicturesAsync();
        await TakeFilesAsync(portal);
        foreach (var journey in journeys)
            await journey.EraseAsync();
        Assert.Contains(journeys, journey => journey.Secrets.Exists(secret => secret.What == "verify_token"));
        Assert.True(journeys.Sum(journey => journey.Pictures.Count) > journeys.Count / 2, "Hardly any picture was harvested.");
        return journeys;
    }

    /// <summary>What people of the console take away.</summary>
    private static async Task TakeFilesAsync(PortalHost portal)
    {
        using var visitor = await new AccessCaller("administrator", Role.Administrator).ComeAsync(portal);
        foreach (var (path, fields) in new (string, (string, string)[])[]
        {
            ("/sessions/export", [("name", new CanaryPerson(0).Name), ("number", new CanaryPerson(0).Number)]),
            ("/sessions/export", []), ("/admin/charges/export", []), ("/admin/audit/export", []),
        })
        {
            using var file = await visitor.SendAsync(path, fields);
            Assert.NotEmpty(await file.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync());
        }
        foreach (var page in new[] { "/", "/sessions", "/reviews", "/records", "/admin/results", "/admin/charges", "/admin/audit" })
            (await visitor.GetAsync(page)).EnsureSuccessStatusCode().Dispose();
    }

    private static CanarySearch SearchFor(List<CanaryJourney> journeys)
    {
        var search = new CanarySearch();
        foreach (var (person, journey) in journeys.Index())
        {
            foreach (var (what, text) in journey.Secrets.Distinct())
                search.Add(new CanaryNeedle(person, what), CanaryEncodings.OfText(text));
            foreach (var picture in journey.Pictures)
                search.Add(new CanaryNeedle(person, "picture"), CanaryEncodings.OfBytes(picture));
        }
        foreach (var (index, place) in CanaryControls.Planted.Index())
            search.Add(new CanaryNeedle(index, CanaryControls.What), CanaryEncodings.OfText(CanaryControls.WordsOf(place)));
        return search;
    }

    /// <summary>The files as they lie there while the portal runs; the sandbox's own are the vendor's.</summary>
    private async Task<IEnumerable<(string Place, string Path)>> FilesAsync(PortalHost portal)
    {
        // A reader of the moment may be in the way.
        var (emptied, tries) = (false, 0);
        while (!emptied && tries++ < 100)
            emptied = await portal.Services.GetRequiredService<PortalStore>().EmptyLogAsync(CancellationToken.None);
        Assert.True(emptied);
        await CanaryControls.PlantInLogAsync(portal);
        var copy = Path.Combine(folder, "copy.db");
        await using (var from = new SqliteConnection($"Data Source={Path.Combine(portal.Folder, "portal.db")}"))
        await using (var to = new SqliteConnection($"Data Source={copy};Pooling=False"))
        {
            await from.OpenAsync();
            await to.OpenAsync();
            from.BackupDatabase(to);
        }
        var sandbox = Path.Combine(portal.Folder, "sandbox");
        return
        [
            .. CanaryPlaces.Names.Select(name => (name, Path.Combine(folder, name))), ("copy", copy),
            .. Directory.EnumerateFiles(portal.Folder, "*", SearchOption.AllDirectories)
                // The lock is held, and empty.
                .Where(path => !path.StartsWith(sandbox, StringComparison.Ordinal) && Path.GetExtension(path) != ".lock").Select(path => (PlaceOf(path), path)),
        ];
    }

    private static string PlaceOf(string path) => Path.GetFileName(path) switch
    {
        "portal.db" => "database",
        "portal.db-wal" => "write-ahead log",
        _ => "files",
    };

    private static int Number(string name, int usual) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : usual;
}
