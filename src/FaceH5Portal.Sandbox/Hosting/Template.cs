using System.Net;
using System.Text.RegularExpressions;

namespace FaceH5Portal.Sandbox.Hosting;

/// <summary>A page with places such as {{title}}; whatever goes into them is encoded, unless it is markup of our own.</summary>
internal sealed partial class Template(string asset)
{
    private readonly string _html = EmbeddedAsset.Text(asset);

    public string Fill(IReadOnlyDictionary<string, string> values, IReadOnlyDictionary<string, string>? markup = null) =>
        Place().Replace(_html, place => markup?.GetValueOrDefault(place.Groups[1].Value) ?? WebUtility.HtmlEncode(values[place.Groups[1].Value]));

    [GeneratedRegex(@"\{\{([a-z-]+)\}\}")]
    private static partial Regex Place();
}
