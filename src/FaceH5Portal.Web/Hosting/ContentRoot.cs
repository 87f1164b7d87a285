namespace FaceH5Portal.Web.Hosting;

/// <summary>
/// The nearest folder at or above the program's own that holds appsettings.json: the program's own folder once
/// published, the repository's root when run or tested from a build, whatever the current directory.
/// </summary>
internal static class ContentRoot
{
    public static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "appsettings.json")))
                return folder.FullName;
        return AppContext.BaseDirectory;
    }
}
