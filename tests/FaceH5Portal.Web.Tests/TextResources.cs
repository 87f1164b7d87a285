using System.Xml.Linq;
using FaceH5Portal.TestKit;

namespace FaceH5Portal.Web.Tests;

internal static class TextResources
{
    public static IReadOnlyDictionary<string, string> English { get; } = Read("Texts.resx");

    public static IReadOnlyDictionary<string, string> Chinese { get; } = Read("Texts.zh-CN.resx");

    private static Dictionary<string, string> Read(string file) => XDocument
        .Load(Path.Combine(Repository.Root, "src", "FaceH5Portal.Web", "Resources", file)).Root!.Elements("data")
        .ToDictionary(entry => entry.Attribute("name")!.Value, entry => entry.Element("value")!.Value);
}
