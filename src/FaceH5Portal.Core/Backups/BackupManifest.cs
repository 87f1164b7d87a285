using System.Text.Json;

namespace FaceH5Portal.Core.Backups;

/// <summary>What a backup is of, beside the copy itself: enough to know it again and to see whether it is whole.</summary>
public sealed record BackupManifest
{
    public const int CurrentFormat = 1;

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public required int Format { get; init; }

    public required DateTime MadeAtUtc { get; init; }

    /// <summary>The newest migration that the copy has seen; null where it has seen none.</summary>
    public required string? Schema { get; init; }

    /// <summary>Which portal it is of, without telling a key; null where no portal has opened the database yet.</summary>
    public required string? Portal { get; init; }

    public required long Bytes { get; init; }

    public required string Sha256 { get; init; }

    /// <summary>Over all of the above, by a key that only the portal has; null as <see cref="Portal"/> is.</summary>
    public string? Seal { get; init; }

    /// <summary>What is sealed; the seal itself stands outside.</summary>
    internal byte[] Sealed => JsonSerializer.SerializeToUtf8Bytes(this with { Seal = null }, Options);

    internal byte[] Written => JsonSerializer.SerializeToUtf8Bytes(this, Options);

    /// <summary>Null for whatever is no manifest.</summary>
    internal static BackupManifest? Read(byte[] json)
    {
        try
        {
            return JsonSerializer.Deserialize<BackupManifest>(json, Options);
        }
        catch (JsonException)
        {
            // What the caller asks: whether this is one.
            return null;
        }
    }
}
