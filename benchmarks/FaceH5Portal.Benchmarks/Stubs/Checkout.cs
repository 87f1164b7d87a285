namespace FaceH5Portal.Benchmarks.Stubs;

internal static class Checkout
{
    public static string Root => Find(AppContext.BaseDirectory);

    /// <summary>The Release build of a project: nobody promises anything about another.</summary>
    public static string BuildOf(string folder, string assembly) =>
        Path.Combine(Root, folder, "bin", "Release", "net10.0", assembly + ".dll");

    private static string Find(string folder) => File.Exists(Path.Combine(folder, "FaceH5Portal.sln"))
        ? folder
        : Find(Path.GetDirectoryName(folder) ?? throw new BenchmarkException("Run this from inside a checkout of the repository."));
}
