namespace FaceH5Portal.Benchmarks.Stubs;

/// <summary>The sandbox as it was built; one that is older than its source would be measured for nothing.</summary>
internal static class BuiltSandbox
{
    private const string Name = "FaceH5Portal.Sandbox";
    private const string Advice = "Run: dotnet build -c Release src/FaceH5Portal.Sandbox";

    private static readonly string _folder = System.IO.Path.Combine("src", Name);

    public static string Path => Checked(Checkout.BuildOf(_folder, Name));

    private static string Checked(string program)
    {
        if (!File.Exists(program)) throw new BenchmarkException($"The sandbox is not built. {Advice}");
        var built = File.GetLastWriteTimeUtc(program);
        var newer = Sources().FirstOrDefault(file => File.GetLastWriteTimeUtc(file) > built);
        return newer is null ? program : throw new BenchmarkException($"The built sandbox is older than {newer}. {Advice}");
    }

    private static IEnumerable<string> Sources()
    {
        var generated = System.IO.Path.DirectorySeparatorChar + "obj" + System.IO.Path.DirectorySeparatorChar;
        return Directory.EnumerateFiles(System.IO.Path.Combine(Checkout.Root, _folder), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains(generated, StringComparison.Ordinal));
    }
}
