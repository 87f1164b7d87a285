using System.Globalization;
using System.Text;
using FaceH5Portal.Core.Data;
using Microsoft.Extensions.Logging;

namespace FaceH5Portal.Core.Auditing;

/// <summary>Where the witness writes; best a place that who can write the database cannot.</summary>
public sealed record AuditFolder(string Path);

/// <summary>The end of the audit as it was seen at some time.</summary>
/// <param name="Sequence">The number of the last entry.</param>
/// <param name="Seal">Its seal.</param>
/// <param name="IsGenuine">Who wrote it had the key.</param>
public sealed record AuditCheckpoint(long Sequence, byte[] Seal, bool IsGenuine);

/// <summary>
/// Notes outside the database where the audit ends: after every commit in one line that is overwritten, and now and then
/// in a list that only grows. So whoever cuts the end off, or puts an older database in its place, is found.
/// </summary>
public sealed partial class AuditWitness(AuditFolder folder, AuditChain chain, TimeProvider clock, ILogger<AuditWitness> logger) : ICommitFollower, IDisposable
{
    public const string EndFile = "end";
    public const string ListFile = "checkpoints";

    private const int Step = 1000;

    private readonly Lock turn = new();
    private FileStream? end;
    private long seen;

    public void Dispose() => end?.Dispose();

    public void Follow(CommitNotes notes)
    {
        if (notes.Of<AuditEnd>() is { } last)
            See(last.Sequence, last.Seal);
    }

    /// <summary>A commit is not undone because its note could not be written: the log says so, and the next note makes up for it.</summary>
    internal void See(long sequence, byte[] seal)
    {
        lock (turn)
            try
            {
                // The first of this process, or an audit that has become shorter: what was seen before is not forgotten for it.
                if (end is null || sequence <= seen)
                    KeepEnd();
                end ??= new FileStream(PathOf(EndFile), FileMode.OpenOrCreate, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);
                RandomAccess.Write(end.SafeFileHandle, Encoding.ASCII.GetBytes(Line(sequence, seal)), 0);
                if (sequence / Step > seen / Step)
                    KeepEnd();
                seen = sequence;
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                Log.CannotNote(logger, exception);
            }
    }

    /// <summary>All that was noted, the end last; empty where nothing ever was.</summary>
    public IReadOnlyList<AuditCheckpoint> Read() =>
        [.. new[] { ListFile, EndFile }.Select(PathOf).Where(File.Exists).SelectMany(Lines).Select(Parse)];

    private void KeepEnd()
    {
        Directory.CreateDirectory(folder.Path);
        if (File.Exists(PathOf(EndFile)) && Lines(PathOf(EndFile)).FirstOrDefault() is { } line)
            File.AppendAllText(PathOf(ListFile), string.Create(CultureInfo.InvariantCulture, $"{line} {clock.GetUtcNow().UtcDateTime:O}\n"));
    }

    private string PathOf(string name) => Path.Combine(folder.Path, name);

    private string Line(long sequence, byte[] seal) => string.Create(CultureInfo.InvariantCulture,
        $"{sequence:D19} {Convert.ToHexStringLower(seal)} {Convert.ToHexStringLower(chain.MarkOf(sequence, seal))}\n");

    private static IEnumerable<string> Lines(string path)
    {
        using var reader = new StreamReader(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        while (reader.ReadLine() is { } line)
            if (line.Length > 0)
                yield return line;
    }

    private AuditCheckpoint Parse(string line)
    {
        var parts = line.Split(' ');
        if (parts.Length < 3 || !long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var sequence) || Bytes(parts[1]) is not { } seal)
            return new AuditCheckpoint(0, [], IsGenuine: false);
        return new AuditCheckpoint(sequence, seal, Bytes(parts[2]) is { } mark && mark.AsSpan().SequenceEqual(chain.MarkOf(sequence, seal)));
    }

    private static byte[]? Bytes(string hex) =>
        hex.Length == 2 * AuditChain.SealBytes && hex.All(char.IsAsciiHexDigit) ? Convert.FromHexString(hex) : null;

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "The end of the audit cannot be noted outside the database.")]
        public static partial void CannotNote(ILogger logger, Exception exception);
    }
}
