using System.Globalization;
using FaceH5Portal.Sandbox.Hosting;

namespace FaceH5Portal.Sandbox.Media;

/// <summary>
/// Captured pictures and videos, in files or, where nothing is kept on disk, in memory. A name begins with
/// the second its time is over, so that nothing else has to remember when to delete it.
/// </summary>
internal sealed class MediaStore : IDisposable
{
    public const string Face = "face.jpg";
    public const string Card = "card.jpg";
    public const string Frame = "frame.jpg";

    private readonly Lock _gate = new();
    private readonly Dictionary<string, byte[]> _memory = [];
    private readonly SortedSet<string> _names = new(StringComparer.Ordinal);
    private readonly SandboxClock _clock;
    private readonly string? _folder;

    public MediaStore(string? dataDirectory, SandboxClock clock)
    {
        _clock = clock;
        clock.Moved += Sweep;
        if (dataDirectory is null) return;
        _folder = Path.Combine(dataDirectory, "media");
        Directory.CreateDirectory(_folder);
        _names.UnionWith(Directory.EnumerateFiles(_folder).Select(file => Path.GetFileName(file)));
        Sweep();
    }

    /// <param name="bytes">The file.</param>
    /// <param name="kept">How long from now it can be read.</param>
    /// <param name="kind">How its name ends, such as <see cref="Face"/>.</param>
    public string Add(byte[] bytes, TimeSpan kept, string kind)
    {
        Sweep();
        var ends = (_clock.GetUtcNow() + kept).ToUnixTimeSeconds();
        var id = string.Create(CultureInfo.InvariantCulture, $"{ends:D12}-{VendorIds.Hex32()}.{kind}");
        lock (_gate)
        {
            if (_folder is null) _memory[id] = bytes;
            else File.WriteAllBytes(PathOf(id), bytes);
            _names.Add(id);
        }
        return id;
    }

    /// <summary>Null once its time is over, and for a name that was never given out.</summary>
    public byte[]? Read(string id)
    {
        Sweep();
        lock (_gate)
        {
            if (!_names.Contains(id)) return null;
            return _folder is null ? _memory[id] : File.ReadAllBytes(PathOf(id));
        }
    }

    public void Forget()
    {
        lock (_gate) DeleteWhile(_ => true);
    }

    public void Dispose() => _clock.Moved -= Sweep;

    private void Sweep()
    {
        // As the names are in the order of their ends, the first one to stay ends the search.
        var now = _clock.GetUtcNow().ToUnixTimeSeconds();
        lock (_gate) DeleteWhile(id => EndOf(id) <= now);
    }

    private void DeleteWhile(Func<string, bool> isOver)
    {
        while (_names.Min is { } first && isOver(first))
        {
            if (_folder is not null) File.Delete(PathOf(first));
            _memory.Remove(first);
            _names.Remove(first);
        }
    }

    // A file somebody put there by hand has no end, and is none of ours to keep.
    private static long EndOf(string id) =>
        long.TryParse(id.AsSpan(0, Math.Max(0, id.IndexOf('-', StringComparison.Ordinal))), NumberStyles.None, CultureInfo.InvariantCulture, out var ends) ? ends : 0;

    private string PathOf(string id) => Path.Combine(_folder!, id);
}
