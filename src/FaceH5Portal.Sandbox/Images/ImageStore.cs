using FaceH5Portal.Sandbox.Hosting;

namespace FaceH5Portal.Sandbox.Images;

/// <summary>The captured pictures, in files or, where nothing is kept on disk, in memory.</summary>
internal sealed class ImageStore
{
    private readonly Dictionary<string, byte[]> _memory = [];
    private readonly string? _folder;

    public ImageStore(string? dataDirectory)
    {
        if (dataDirectory is null) return;
        _folder = Path.Combine(dataDirectory, "images");
        Directory.CreateDirectory(_folder);
    }

    public string Add(byte[] jpeg)
    {
        var id = VendorIds.Hex32();
        if (_folder is null) _memory[id] = jpeg;
        else File.WriteAllBytes(PathOf(id), jpeg);
        return id;
    }

    public byte[]? Read(string id)
    {
        if (_folder is null) return _memory.GetValueOrDefault(id);
        return id.All(char.IsAsciiHexDigitLower) && File.Exists(PathOf(id)) ? File.ReadAllBytes(PathOf(id)) : null;
    }

    public void Forget()
    {
        _memory.Clear();
        if (_folder is null) return;
        foreach (var file in Directory.EnumerateFiles(_folder, "*.jpg")) File.Delete(file);
    }

    private string PathOf(string id) => Path.Combine(_folder!, id + ".jpg");
}
