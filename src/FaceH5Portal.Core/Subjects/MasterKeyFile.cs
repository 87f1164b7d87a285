using FaceH5Portal.Core.Data;

namespace FaceH5Portal.Core.Subjects;

/// <summary>Where the master keys come from: the setting itself, a file, or in Development a file made at the first start.</summary>
public static class MasterKeyFile
{
    /// <exception cref="PortalStartException">A key is not base64 of 32 bytes, or the file cannot be used.</exception>
    public static MasterKeyRing? Load(string? key, string? path, bool create, Entropy entropy)
    {
        if (!string.IsNullOrWhiteSpace(key))
            return MasterKeyRing.Parse(key, "Portal:MasterKey");
        if (string.IsNullOrWhiteSpace(path))
            return null;
        try
        {
            if (!File.Exists(path) && create)
                Create(path, entropy);
            return File.Exists(path) ? MasterKeyRing.Parse(File.ReadAllText(path), $"Portal:MasterKeyFile ({path})") : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new PortalStartException($"The master key file {path} cannot be used: {exception.Message}", exception);
        }
    }

    private static void Create(string path, Entropy entropy)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var writer = new StreamWriter(path, options);
        writer.Write(Convert.ToBase64String(entropy.Bytes(MasterKey.Bytes)));
    }
}
