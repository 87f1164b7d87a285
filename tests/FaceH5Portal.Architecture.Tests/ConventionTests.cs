using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using FaceH5Portal.TestKit;

namespace FaceH5Portal.Architecture.Tests;

public sealed partial class ConventionTests
{
    private static readonly string[] Projects = ["Vendors", "Core", "Web", "Sandbox"];

    // By a simulation that replays its ids and keys and plants a bug, and by a benchmark that measures what sealing and recording cost.
    private static readonly string[] MadeToBeReplaced = ["Entropy", "SubjectVault", "AuditTrail", "LedgerBook"];

    [Fact]
    public void A_class_is_sealed_unless_something_derives_from_it() =>
        Assert.Empty(Open([.. Projects.SelectMany(project => Assembly.Load($"FaceH5Portal.{project}").GetTypes())]));

    [Fact]
    public void The_check_finds_a_class_left_open_until_one_derives_from_it()
    {
        Assert.Equal(["Xunit.FactAttribute"], Open([typeof(FactAttribute), typeof(ConventionTests)]));
        Assert.Equal(["Xunit.TheoryAttribute"], Open([typeof(FactAttribute), typeof(TheoryAttribute)]));
    }

    [Fact]
    public void Time_and_randomness_come_from_outside_and_nothing_sleeps()
    {
        Assert.Matches(Forbidden(), "var now = DateTime.UtcNow;");
        Assert.Empty(Sources(".cs", ".razor", ".cshtml").Where(file => Forbidden().IsMatch(file.Text)).Select(file => file.Path));
    }

    [Fact]
    public void No_file_outgrows_its_room()
    {
        Assert.Equal(["big.cs: 151 lines"], TooLong([("big.cs", new string('\n', 151)), ("fits.cs", new string('\n', 150))]));
        Assert.Empty(TooLong(Sources(".cs", ".razor", ".cshtml", ".css", ".js", ".html")));
    }

    [Fact]
    public void The_repository_speaks_of_the_product_alone()
    {
        var words = new Regex(@"TODO|FIXME|NotImplementedException|#pragma warning disable|SuppressMessage");
        Assert.Empty(Sources(".cs", ".razor", ".cshtml").Where(file => words.IsMatch(file.Text)).Select(file => file.Path));
    }

    private static IEnumerable<string?> Open(IReadOnlyCollection<Type> types)
    {
        var bases = types.Select(type => Plain(type.BaseType)).ToHashSet();
        return types.Where(type => type is { IsClass: true, IsSealed: false, IsAbstract: false }
            && !bases.Contains(type) && !MadeToBeReplaced.Contains(type.Name) && !IsGenerated(type)).Select(type => type.FullName);
    }

    private static IEnumerable<string> TooLong(IEnumerable<(string Path, string Text)> files) => files
        .Select(file => (file.Path, Lines: file.Text.Count(letter => letter == '\n')))
        .Where(file => file.Lines > 150).Select(file => $"{file.Path}: {file.Lines} lines");

    private static Type? Plain(Type? type) => type is { IsGenericType: true } ? type.GetGenericTypeDefinition() : type;

    // Razor makes its classes open, and the compiler makes closures.
    private static bool IsGenerated(Type type) =>
        type.GetCustomAttribute<CompilerGeneratedAttribute>() is not null || type.Name is "Program" or "_Imports"
        || typeof(Microsoft.AspNetCore.Components.IComponent).IsAssignableFrom(type) || typeof(RazorSlices.RazorSlice).IsAssignableFrom(type)
        || type.Name.Contains('<', StringComparison.Ordinal) || type.FullName!.StartsWith("Microsoft", StringComparison.Ordinal)
        || type.FullName.StartsWith("System", StringComparison.Ordinal);

    private static IEnumerable<(string Path, string Text)> Sources(params string[] endings) =>
        Directory.EnumerateFiles(Path.Combine(Repository.Root, "src"), "*.*", SearchOption.AllDirectories)
            .Where(path => endings.Contains(Path.GetExtension(path)))
            .Where(path => !path.Contains("/obj/", StringComparison.Ordinal) && !path.Contains("/bin/", StringComparison.Ordinal))
            .Select(path => (Path.GetRelativePath(Repository.Root, path), File.ReadAllText(path)));

    [GeneratedRegex(@"DateTime(Offset)?\.(Utc)?Now|Random\.Shared|new Random\(|Thread\.Sleep")]
    private static partial Regex Forbidden();
}
