namespace FaceH5Portal.Contract.Tests.Support;

/// <summary>What lies on disk: the built sandbox and the checked-in data of these tests.</summary>
internal static class Files
{
    public static string SandboxProgram()
    {
        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
        var program = Path.Combine(Root(), "src", "FaceH5Portal.Sandbox", "bin", configuration, "net10.0", "FaceH5Portal.Sandbox.dll");
        return File.Exists(program) ? program : throw new FileNotFoundException($"Build the solution first: {program} is not there.");
    }

    public static string Text(string folder, string name) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, folder, name));

    /// <summary>The rows of a table, without its heading.</summary>
    public static IEnumerable<string[]> Table(string name) => File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Tables", name))
        .Skip(1).Where(line => line.Length > 0).Select(line => line.Split('\t'));

    /// <summary>The header of a small JPEG in base64; the vendor looks at no more.</summary>
    public static string Picture(ushort width = 640, ushort height = 480) => Convert.ToBase64String(
    [
        0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 0, 0,
        0xFF, 0xC0, 0, 11, 8, (byte)(height >> 8), (byte)height, (byte)(width >> 8), (byte)width, 1, 1, 0x11, 0,
        0xFF, 0xD9,
    ]);

    private static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "FaceH5Portal.sln"))) return folder.FullName;
        throw new DirectoryNotFoundException("FaceH5Portal.sln is in no folder above the tests.");
    }
}
