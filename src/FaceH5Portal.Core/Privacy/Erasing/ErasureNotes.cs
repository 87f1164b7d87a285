using System.Globalization;
using System.Text;
using FaceH5Portal.Core.Auditing;
using FaceH5Portal.Core.Subjects;
using Microsoft.Extensions.Logging;

namespace FaceH5Portal.Core.Privacy.Erasing;

/// <summary>
/// A list of erasures outside the database, which only grows: a line for each subject, with nothing in it but when and a
/// keyed hash. Who puts an older database back has their erasures done again by it.
/// </summary>
public sealed partial class ErasureNotes(AuditFolder folder, BlindIndex index, ILogger<ErasureNotes> logger)
{
    public const string FileName = "erasures";

    private readonly Lock turn = new();

    private string Path => System.IO.Path.Combine(folder.Path, FileName);

    /// <summary>What stands for a subject in the list.</summary>
    internal string MarkOf(Guid subjectId) => index.Of($"erased|{subjectId:N}");

    /// <summary>On the disk when it returns. An erasure is not undone because it could not be noted: the log says so, and the next start makes up for it.</summary>
    internal void Add(IEnumerable<(Guid SubjectId, DateTime ErasedAtUtc)> erased)
    {
        var lines = string.Concat(erased.Select(one => Line(one.ErasedAtUtc, MarkOf(one.SubjectId))));
        lock (turn)
            try
            {
                Directory.CreateDirectory(folder.Path);
                using var file = new FileStream(Path, FileMode.Append, FileAccess.Write, FileShare.Read);
                file.Write(Encoding.ASCII.GetBytes(lines));
                file.Flush(flushToDisk: true);
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                Log.CannotNote(logger, exception);
            }
    }

    /// <summary>The marks of all that the list tells of; a line that the portal did not write, or not whole, tells nothing.</summary>
    internal HashSet<string> Read()
    {
        var marks = new HashSet<string>(StringComparer.Ordinal);
        if (!File.Exists(Path))
            return marks;
        var broken = 0;
        foreach (var line in File.ReadLines(Path).Where(line => line.Length > 0))
            if (line.Split(' ') is [var time, var mark, var seal] && seal == SealOf(time, mark))
                marks.Add(mark);
            else
                broken++;
        if (broken > 0)
            Log.NotOurs(logger, broken);
        return marks;
    }

    private string Line(DateTime erasedAtUtc, string mark)
    {
        var time = erasedAtUtc.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        // Begins anew whatever stands before: a line that was cut short by a lost disk takes no other with it.
        return $"\n{time} {mark} {SealOf(time, mark)}";
    }

    private string SealOf(string time, string mark) => index.Of($"erasure-line|{time}|{mark}");

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "An erasure cannot be noted outside the database. Until the next start finds it missing there, an older database that is put back would not be erased again.")]
        public static partial void CannotNote(ILogger logger, Exception exception);

        [LoggerMessage(2, LogLevel.Error, "The list of erasures holds {Lines} lines that are not as the portal wrote them. They are passed over.")]
        public static partial void NotOurs(ILogger logger, int lines);
    }
}
