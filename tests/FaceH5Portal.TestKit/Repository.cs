namespace FaceH5Portal.TestKit;

public static class Repository
{
    public static string Root { get; } = Find();

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "FaceH5Portal.sln")))
                return folder.FullName;
        throw new DirectoryNotFoundException("FaceH5Portal.sln is in no folder above the tests.");
    }
}
