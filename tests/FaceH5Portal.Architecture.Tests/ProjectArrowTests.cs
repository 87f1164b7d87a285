using System.Reflection;

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
        var known = Assembly.Load($"FaceH5Portal.{project}").GetReferencedAssemblies()
            .Select(name => name.Name!).Where(name => name.StartsWith("FaceH5Portal.", StringComparison.Ordinal))
            .Select(name => name["FaceH5Portal.".Length..]);
        Assert.Empty(known.Except(allowed));
    }
}
