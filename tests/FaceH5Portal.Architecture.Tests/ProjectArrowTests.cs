using System.Reflection;
using System.Xml.Linq;
using FaceH5Portal.TestKit;

namespace FaceH5Portal.Architecture.Tests;

public sealed class ProjectArrowTests
{
    [Theory]
    [InlineData("Vendors")]
    [InlineData("Sandbox")]
    [InlineData("Core", "Vendors")]
    [InlineData("Migrations.Sqlite", "Core")]
    [InlineData("Web", "Core", "Migrations.Sqlite", "Sandbox", "Vendors")]
    public void A_project_knows_only_those_it_may(string project, params string[] allowed)
    {
        Assert.Empty(Known(Assembly.Load($"FaceH5Portal.{project}")).Except(allowed));
    }

    [Fact]
    public void The_check_sees_what_a_project_knows() => Assert.Contains("TestKit", Known(typeof(ProjectArrowTests).Assembly));

    // The compiler drops a reference that nothing uses yet; the project file still has it.
    [Theory]
    [InlineData("src/FaceH5Portal.Vendors")]
    [InlineData("src/FaceH5Portal.Sandbox")]
    [InlineData("src/FaceH5Portal.Core", "FaceH5Portal.Vendors")]
    [InlineData("migrations/Sqlite", "FaceH5Portal.Core")]
    [InlineData("tests/FaceH5Portal.Contract.Tests")]
    public void A_project_file_names_only_those_it_may(string folder, params string[] allowed)
    {
        var file = Assert.Single(Directory.GetFiles(Path.Combine(Repository.Root, folder), "*.csproj"));
        var named = XDocument.Load(file).Descendants("ProjectReference")
            .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value));
        Assert.Equal(allowed, named);
    }

    private static IEnumerable<string> Known(Assembly assembly) => assembly.GetReferencedAssemblies()
        .Select(name => name.Name!).Where(name => name.StartsWith("FaceH5Portal.", StringComparison.Ordinal))
        .Select(name => name["FaceH5Portal.".Length..]);
}
