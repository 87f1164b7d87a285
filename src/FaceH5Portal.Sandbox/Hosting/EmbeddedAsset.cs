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

    public static IResult Send(string name, string contentType) => Results.Bytes(Bytes(name), contentType);
}
