using System.Text;
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

    /// <summary>Puts a newer version into the file, which is then the one that wraps; a kill leaves the file as it was or with it.</summary>
    /// <exception cref="PortalStartException">The file cannot be used.</exception>
    public static MasterKeyRing Renew(string path, Entropy entropy)
    {
        var ring = Load(null, path, create: false, entropy)
            ?? throw new PortalStartException($"There is no master key file at {path}.");
        try
        {
            var arriving = path + ".new";
            File.Delete(arriving);
            Write(arriving, $"{File.ReadAllText(path).TrimEnd()}\n{ring.Current.Version + 1}:{NewKey(entropy)}\n");
            File.Move(arriving, path, overwrite: true);
            return Load(null, path, create: false, entropy)!;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new PortalStartException($"The master key file {path} cannot be written: {exception.Message}", exception);
        }
    }

    private static void Create(string path, Entropy entropy)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        Write(path, NewKey(entropy));
    }

    private static string NewKey(Entropy entropy) => Convert.ToBase64String(entropy.Bytes(MasterKey.Bytes));

    private static void Write(string path, string text)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var file = new FileStream(path, options);
        file.Write(Encoding.ASCII.GetBytes(text));
        file.Flush(flushToDisk: true);
    }
}
