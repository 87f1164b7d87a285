using System.Buffers;
using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace FaceH5Portal.Core.Auditing;

/// <summary>
/// Seals each entry with all that came before it. Who has the database and not the key can neither change an entry nor
/// make one that belongs; who takes some away leaves a gap, or ends before what the witness saw.
/// </summary>
public sealed class AuditChain
{
    public const int SealBytes = HMACSHA256.HashSizeInBytes;

    /// <summary>As the database writes a time; the text is sealed, since the text is what could be changed.</summary>
    private const string TimeFormat = "yyyy-MM-dd HH:mm:ss.FFFFFFF";

    private byte[]? key;

    /// <summary>What the first entry follows.</summary>
    public static byte[] Beginning { get; } = new byte[SealBytes];

    /// <summary>A key of its own, from one that no rotation of the master key changes.</summary>
    internal void Use(byte[] root) => key = HMACSHA256.HashData(root, "audit-chain"u8);

    internal byte[] SealOf(byte[] before, AuditRow row)
    {
        var told = new ArrayBufferWriter<byte>(512);
        told.Write(before);
        Add(told, row.Sequence);
        // Each with its length, so that nothing can move from one to the next.
        Add(told, row.OccurredAt);
        Add(told, row.ActorId);
        Add(told, row.Action);
        Add(told, row.Target);
        Add(told, row.Note);
        Add(told, row.Correlation);
        return HMACSHA256.HashData(Key, told.WrittenSpan);
    }

    /// <summary>Of a checkpoint: what stands outside the database is not to be made up either.</summary>
    internal byte[] MarkOf(long sequence, ReadOnlySpan<byte> seal)
    {
        var told = new ArrayBufferWriter<byte>(64);
        told.Write("checkpoint"u8);
        Add(told, sequence);
        told.Write(seal);
        return HMACSHA256.HashData(Key, told.WrittenSpan);
    }

    internal static string TimeText(DateTime utc) => utc.ToString(TimeFormat, CultureInfo.InvariantCulture);

    private byte[] Key => key ?? throw new InvalidOperationException("The database is not open yet.");

    private static void Add(ArrayBufferWriter<byte> told, long number)
    {
        BinaryPrimitives.WriteInt64BigEndian(told.GetSpan(sizeof(long)), number);
        told.Advance(sizeof(long));
    }

    private static void Add(ArrayBufferWriter<byte> told, string? text)
    {
        // Nothing is another thing than an empty text.
        Add(told, text is null ? -1L : Encoding.UTF8.GetByteCount(text));
        Encoding.UTF8.GetBytes(text, told);
    }
}

/// <summary>An entry as the database holds it, whatever somebody made of it.</summary>
internal sealed record AuditRow(long Sequence, string? OccurredAt, string? ActorId, string? Action, string? Target, string? Note, string? Correlation)
{
    public static AuditRow Of(AuditEntry entry) =>
        new(entry.Sequence, AuditChain.TimeText(entry.OccurredAtUtc), entry.ActorId, entry.Action.ToString(), entry.Target, entry.Note, entry.Correlation);
}
