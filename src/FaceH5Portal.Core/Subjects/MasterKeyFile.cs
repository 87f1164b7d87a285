using FaceH5Portal.Core.Data;

namespace FaceH5Portal.Core.Subjects;

/// <summary>Where the master key comes from: the setting itself, a file, or in Development a file made at the first start.</summary>
public static class MasterKeyFile
{
    /// <exception cref="PortalStartException">The key is not base64 of 32 bytes, or the file cannot be used.</exception>
    public static MasterKey? Load(string? key, string? path, bool create, Entropy entropy)
    {
        if (!string.IsNullOrWhiteSpace(key))
            return Parse(key, "Portal:MasterKey");
        if (string.IsNullOrWhiteSpace(path))
            return null;
        try
        {
            if (!File.Exists(path) && create)
                Create(path, entropy);
            return File.Exists(path) ? Parse(File.ReadAllText(path), path) : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new PortalStartException($"The master key file {path} cannot be used: {exception.Message}", exception);
        }
    }

    private static MasterKey Parse(string text, string source)
    {
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text.Trim(), bytes, out var count)
            ? new MasterKey(bytes[..count])
            : throw new PortalStartException($"The master key in {source} is not base64.");
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
