using System.Text.RegularExpressions;
using FaceH5Portal.TestKit;

namespace FaceH5Portal.Architecture.Tests;

/// <summary>Inside Core a slice knows only earlier slices; sources are read, so that method bodies count too.</summary>
public sealed partial class SliceOrderTests
{
    private static readonly string[] Order =
        ["Data", "Access", "Auditing", "People", "Subjects", "Evidence", "Ledger", "Plans", "Sessions", "Harvesting", "PhotoChecks", "Checking", "Billing", "Privacy", "Overview", "Backups", "Webhooks", "Alarming"];

    private static readonly string Core = Path.Combine(Repository.Root, "src", "FaceH5Portal.Core");

    [Fact]
    public void Every_folder_of_the_core_is_a_slice_of_the_order() => Assert.Equal(
        Order.Order(StringComparer.Ordinal),
        Directory.GetDirectories(Core).Select(folder => Path.GetFileName(folder)!)
            .Except(["bin", "obj"]).Order(StringComparer.Ordinal));

    [Fact]
    public void No_slice_knows_a_later_one()
    {
        foreach (var slice in Order)
            foreach (var file in FilesOf(slice))
                Assert.Empty(LaterSlices(slice, File.ReadAllText(file)).Select(later => $"{Path.GetFileName(file)} knows {later}"));
    }

    [Fact]
    public void A_file_stands_in_the_folder_of_its_namespace()
    {
        foreach (var file in Order.SelectMany(FilesOf))
        {
            var folder = Path.GetRelativePath(Core, Path.GetDirectoryName(file)!).Replace(Path.DirectorySeparatorChar, '.');
            Assert.Contains($"namespace FaceH5Portal.Core.{folder};", File.ReadAllText(file), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void No_slice_is_known_everywhere_by_a_global_using()
    {
        Assert.DoesNotContain("<Using", File.ReadAllText(Path.Combine(Core, "FaceH5Portal.Core.csproj")), StringComparison.Ordinal);
        Assert.DoesNotContain(Order.SelectMany(FilesOf), file => File.ReadAllText(file).Contains("global using", StringComparison.Ordinal));
    }

    [Fact]
    public void The_check_finds_a_slice_that_looks_ahead()
    {
        Assert.Equal(["Sessions"], LaterSlices("Ledger", "using FaceH5Portal.Core.Sessions;"));
        Assert.Equal(["Sessions"], LaterSlices("Plans", "using static FaceH5Portal.Core.Sessions.SessionStatus;"));
        Assert.Equal(["Sessions"], LaterSlices("Plans", "Keep(write, Sessions.Outcome.Match);"));
        Assert.Equal(["Harvesting"], LaterSlices("Data", "private readonly Core.Harvesting.HarvestPass pass;"));
        Assert.Empty(LaterSlices("Data", "session.Plans.Clear();"));
        Assert.Equal(["Harvesting"], LaterSlices("Sessions", "var pass = new Harvesting.HarvestPass();"));
        Assert.Empty(LaterSlices("Sessions", "using FaceH5Portal.Core.Ledger;"));
    }

    [Fact]
    public void The_context_declares_no_sets() =>
        Assert.DoesNotContain(typeof(FaceH5Portal.Core.Data.PortalDbContext).GetProperties(), property => property.PropertyType.Name.StartsWith("DbSet", StringComparison.Ordinal));

    private static IEnumerable<string> LaterSlices(string slice, string source) =>
        Mention().Matches(source).Select(match => match.Groups[1].Value).Distinct()
            .Where(other => Array.IndexOf(Order, other) > Array.IndexOf(Order, slice));

    private static IEnumerable<string> FilesOf(string slice) =>
        Directory.EnumerateFiles(Path.Combine(Core, slice), "*.cs", SearchOption.AllDirectories);

    // A slice's name before a dot, or at the end of a using; after another word's dot it is somebody's member.
    [GeneratedRegex(@"(?:(?<!\w|\.)|\bCore\.)(Data|Access|Auditing|Subjects|Evidence|Ledger|Plans|Sessions|Harvesting|PhotoChecks|Checking|Billing|Privacy|Overview|Backups|Webhooks|Alarming)(?:\.[A-Z]|;)")]
    private static partial Regex Mention();
}
