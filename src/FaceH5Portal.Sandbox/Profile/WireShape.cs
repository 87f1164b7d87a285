using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using FaceH5Portal.Sandbox.Hosting;

namespace FaceH5Portal.Sandbox.Profile;

/// <summary>
/// Writes an answer the way the profile says. Endpoints build one shape only, the default one;
/// whatever differs by profile is a rewrite of that.
/// </summary>
internal static partial class WireShape
{
    private static readonly JsonSerializerOptions _indented = new(SandboxJson.Wire) { WriteIndented = true };

    public static byte[] Write(object body, VendorProfile profile)
    {
        if (profile.IsDefault) return JsonSerializer.SerializeToUtf8Bytes(body, SandboxJson.Wire);
        var answer = JsonSerializer.SerializeToNode(body, SandboxJson.Wire)!.AsObject();
        Placement.Rewrite(answer, profile);
        Values.Rewrite(answer, profile);
        return AsBuilt(answer, profile);
    }

    /// <summary>For vendors whose endpoints give their answers the profile's shape themselves.</summary>
    public static byte[] AsBuilt(JsonObject answer, VendorProfile profile) =>
        profile.Is(Switches.Json, "loose") ? Loosen(answer) : JsonSerializer.SerializeToUtf8Bytes(answer, SandboxJson.Wire);

    private static byte[] Loosen(JsonObject answer)
    {
        var text = EndOfBlock().Replace(answer.ToJsonString(_indented), ",");
        return Encoding.UTF8.GetBytes(FirstLine().Replace(text, "$0 // 请求结果", 1));
    }

    // Line breaks inside texts are escaped, so these stand for the structure alone.
    [GeneratedRegex(@"(?<=[^\s\[{,])(?=\r?\n\s*[}\]])")]
    private static partial Regex EndOfBlock();

    [GeneratedRegex(@",(?=\r?\n)")]
    private static partial Regex FirstLine();
}
