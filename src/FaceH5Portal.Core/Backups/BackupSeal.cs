using System.Security.Cryptography;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Subjects;
using Microsoft.Data.Sqlite;

namespace FaceH5Portal.Core.Backups;

/// <summary>Knows the portal's own backups again, by the key that every copy holds wrapped and no rotation changes.</summary>
public sealed class BackupSeal(KeyWrapping wrapping, MasterKeyRing keys)
{
    /// <summary>The root of a copy: null where no portal has opened the database yet, an error where the master keys do not open it.</summary>
    internal Result<byte[]?> RootOf(SqliteConnection copy)
    {
        if (!HasRow(copy))
            return (byte[]?)null!;
        using var command = copy.CreateCommand();
        command.CommandText = "SELECT WrappedKey, MasterKeyVersion FROM IndexKeys";
        using var reader = command.ExecuteReader();
        reader.Read();
        var row = new IndexKey { WrappedKey = reader.GetFieldValue<byte[]>(0), MasterKeyVersion = reader.GetInt32(1) };
        if (!keys.Versions.Contains(row.MasterKeyVersion))
            return new PortalError("backup-master-key-missing", null, row.MasterKeyVersion);
        return wrapping.Opens(row) ? wrapping.KeyOf(row) : new PortalError("backup-foreign");
    }

    internal static string PortalOf(byte[] root) => Convert.ToHexStringLower(HMACSHA256.HashData(root, "portal"u8).AsSpan(0, 8));

    internal static BackupManifest Seal(BackupManifest manifest, byte[]? root) =>
        root is null ? manifest : manifest with { Seal = Convert.ToHexStringLower(MarkOf(manifest, root)) };

    internal static bool Holds(BackupManifest manifest, byte[]? root) => root is null
        ? manifest is { Seal: null, Portal: null }
        : manifest.Portal == PortalOf(root) && CryptographicOperations.FixedTimeEquals(MarkOf(manifest, root), Bytes(manifest.Seal));

    private static byte[] MarkOf(BackupManifest manifest, byte[] root) =>
        HMACSHA256.HashData(HMACSHA256.HashData(root, "backup"u8), manifest.Sealed);

    private static byte[] Bytes(string? hex) =>
        hex is { Length: 2 * HMACSHA256.HashSizeInBytes } && hex.All(char.IsAsciiHexDigit) ? Convert.FromHexString(hex) : [];

    private static bool HasRow(SqliteConnection copy)
    {
        using var tables = copy.CreateCommand();
        tables.CommandText = "SELECT COUNT(*) FROM sqlite_master WHERE name = 'IndexKeys'";
        if ((long)tables.ExecuteScalar()! == 0)
            return false;
        using var rows = copy.CreateCommand();
        rows.CommandText = "SELECT COUNT(*) FROM IndexKeys";
        return (long)rows.ExecuteScalar()! > 0;
    }
}
