using System.Text;
using System.Text.Json;
using FaceH5Portal.Sandbox.Hosting;

namespace FaceH5Portal.Sandbox.State;

/// <summary>
/// JSON lines in one file, appended with one write each, so that killing the process costs at most
/// the line being written. Every start rewrites the file, which drops such a line and what was replaced.
/// </summary>
internal sealed class FactLog : IDisposable
{
    private readonly string _path;
    private readonly FileStream _ownership;
    private FileStream? _file;

    public FactLog(string folder)
    {
        Directory.CreateDirectory(folder);
        _path = Path.Combine(folder, "state.jsonl");
        try
        {
            _ownership = new FileStream(Path.Combine(folder, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException inUse)
        {
            throw new SandboxStartException($"The sandbox data in {folder} is in use by another sandbox that is still running.", inUse);
        }
    }

    public List<Fact> Read()
    {
        if (!File.Exists(_path)) return [];
        var lines = File.ReadAllLines(_path, Encoding.UTF8);
        var facts = new List<Fact>(lines.Length);
        for (var number = 0; number < lines.Length; number++)
        {
            if (Parse(lines[number]) is { } fact) facts.Add(fact);
            else if (number < lines.Length - 1) throw Damaged(number + 1);
        }
        return facts;
    }

    public void Rewrite(IEnumerable<Fact> facts)
    {
        var fresh = _path + ".tmp";
        using (var file = new FileStream(fresh, FileMode.Create, FileAccess.Write))
        {
            foreach (var fact in facts) file.Write(Line(fact));
            file.Flush(flushToDisk: true);
        }
        _file?.Dispose();
        File.Move(fresh, _path, overwrite: true);
        _file = new FileStream(_path, FileMode.Append, FileAccess.Write, FileShare.Read, bufferSize: 0);
    }

    public void Append(Fact fact) => _file!.Write(Line(fact));

    public void Dispose()
    {
        _file?.Dispose();
        _ownership.Dispose();
    }

    private static byte[] Line(Fact fact) => [.. JsonSerializer.SerializeToUtf8Bytes(fact, SandboxJson.Stored), (byte)'\n'];

    private static Fact? Parse(string line)
    {
        try
        {
            return JsonSerializer.Deserialize<Fact>(line, SandboxJson.Stored);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private SandboxStartException Damaged(int line) =>
        new($"Line {line} of {_path} cannot be read. Remove that line, or the file to start afresh.");
}
