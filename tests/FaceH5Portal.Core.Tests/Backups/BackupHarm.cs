using System.Security.Cryptography;
using System.Text.RegularExpressions;
using FaceH5Portal.Core.Backups;

namespace FaceH5Portal.Core.Tests.Backups;

/// <summary>What can happen to a backup between the day it was made and the day it is needed.</summary>
public enum BackupHarm
{
    ByteOfTheCopy,
    EndOfTheCopy,
    Manifest,
    TimeInTheManifest,
    CopyAndHash,
    NoManifest,
    NewerFormat,
}

internal static partial class BackupHarms
{
    public static void Do(this BackupHarm harm, Backup backup)
    {
        var (copy, manifest) = (Path.Combine(backup.Folder, "portal.db"), Path.Combine(backup.Folder, "manifest.json"));
        switch (harm)
        {
            case BackupHarm.ByteOfTheCopy:
                FlipLast(copy);
                break;
            case BackupHarm.EndOfTheCopy:
                using (var file = File.OpenWrite(copy))
                    file.SetLength(file.Length - 4096);
                break;
            case BackupHarm.Manifest:
                File.WriteAllText(manifest, "{ \"format\": ");
                break;
            case BackupHarm.TimeInTheManifest:
                Rewrite(manifest, "2026-03-01", "2026-03-02");
                break;
            case BackupHarm.CopyAndHash:
                FlipLast(copy);
                Rewrite(manifest, backup.Manifest.Sha256, Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(copy))));
                break;
            case BackupHarm.NoManifest:
                File.Delete(manifest);
                break;
            case BackupHarm.NewerFormat:
                File.WriteAllText(manifest, Format().Replace(File.ReadAllText(manifest), "\"format\": 2"));
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(harm), harm, "A harm that nobody does.");
        }
    }

    private static void FlipLast(string file)
    {
        var bytes = File.ReadAllBytes(file);
        bytes[^1] ^= 1;
        File.WriteAllBytes(file, bytes);
    }

    private static void Rewrite(string file, string what, string with)
    {
        var text = File.ReadAllText(file);
        Assert.Contains(what, text, StringComparison.Ordinal);
        File.WriteAllText(file, text.Replace(what, with, StringComparison.Ordinal));
    }

    [GeneratedRegex("\"format\": 1")]
    private static partial Regex Format();
}
