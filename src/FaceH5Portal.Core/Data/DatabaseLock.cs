namespace FaceH5Portal.Core.Data;

/// <summary>Held while the portal runs: a second process on the same file would break the one door for writes.</summary>
public sealed class DatabaseLock : IDisposable
{
    private readonly FileStream file;

    private DatabaseLock(FileStream file) => this.file = file;

    /// <exception cref="PortalStartException">Another process holds it, or the folder cannot be written.</exception>
    public static DatabaseLock Take(string databasePath)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(databasePath))!);
            return new DatabaseLock(new FileStream(
                databasePath + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (UnauthorizedAccessException exception)
        {
            throw PortalStartException.CannotWrite(databasePath, exception);
        }
        catch (IOException exception) when (exception is DirectoryNotFoundException || !File.Exists(databasePath + ".lock"))
        {
            throw PortalStartException.CannotWrite(databasePath, exception);
        }
        catch (IOException exception)
        {
            throw new PortalStartException(
                $"Another process is using the database {databasePath}. Stop it first, or set ConnectionStrings:Portal to another file.",
                exception);
        }
    }

    /// <summary>Whether a portal is running on the database.</summary>
    public static bool IsTaken(string databasePath)
    {
        try
        {
            using var free = new FileStream(databasePath + ".lock", FileMode.Open, FileAccess.Read, FileShare.None);
            return false;
        }
        catch (FileNotFoundException)
        {
            return false;
        }
        catch (IOException)
        {
            return true;
        }
    }

    public void Dispose() => file.Dispose();
}
