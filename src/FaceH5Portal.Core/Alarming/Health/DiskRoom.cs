using FaceH5Portal.Core.Data;

namespace FaceH5Portal.Core.Alarming.Health;

/// <summary>How much room is left in a folder, in bytes.</summary>
public delegate long FreeBytes(string folder);

/// <summary>The room that is left where the database grows.</summary>
public sealed class DiskRoom(DatabaseFolder folder, FreeBytes free)
{
    /// <summary>Null where it cannot be told, as when the disk is gone; then nothing can be written either, which is told.</summary>
    public long? FreeMebibytes
    {
        get
        {
            try
            {
                return free(folder.Path) / (1 << 20);
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                return null;
            }
        }
    }
}
