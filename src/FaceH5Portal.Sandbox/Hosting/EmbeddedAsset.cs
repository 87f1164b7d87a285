using System.Text;

namespace FaceH5Portal.Sandbox.Hosting;

internal static class EmbeddedAsset
{
    public static byte[] Bytes(string name)
    {
        using var resource = typeof(EmbeddedAsset).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The resource {name} is not embedded.");
        using var bytes = new MemoryStream();
        resource.CopyTo(bytes);
        return bytes.ToArray();
    }

    public static string Text(string name) => Encoding.UTF8.GetString(Bytes(name));

    /// <summary>Serves the scripts and style sheets embedded under a folder; pages are filled in and sent by their owners.</summary>
    public static void MapFolder(WebApplication app, string path, string folder)
    {
        foreach (var name in typeof(EmbeddedAsset).Assembly.GetManifestResourceNames().Where(name => name.StartsWith(folder, StringComparison.Ordinal)))
        {
            var contentType = Path.GetExtension(name) switch { ".js" => "text/javascript; charset=utf-8", ".css" => "text/css; charset=utf-8", _ => null };
            if (contentType is null) continue;
            var bytes = Bytes(name);
            app.MapGet(path + name[folder.Length..], () => Results.Bytes(bytes, contentType));
        }
    }
}
