using System.Text.Json;
using System.Text.RegularExpressions;
using FaceH5Portal.TestKit;

namespace FaceH5Portal.Architecture.Tests.Deployment;

/// <summary>A file of deploy/, without what it says to its reader alone.</summary>
internal static partial class DeployFile
{
    public static string PathOf(string name) => Path.Combine(Repository.Root, "deploy", name);

    public static string[] Lines(string name) =>
        [.. File.ReadAllLines(PathOf(name)).Select(line => line.Trim()).Where(line => line.Length > 0 && !line.StartsWith('#'))];

    /// <summary>The words of a command that is written as a list, so that no shell has to read it.</summary>
    public static string[] Words(string list) => JsonSerializer.Deserialize<string[]>(list)!;

    /// <summary>What ENV of a container file sets.</summary>
    public static Dictionary<string, string> VariablesOfContainer() =>
        Variables(string.Join(' ', Lines("Dockerfile").SkipWhile(line => !line.StartsWith("ENV ", StringComparison.Ordinal)).TakeWhile((line, at) => at == 0 || line.Contains('=', StringComparison.Ordinal)))["ENV ".Length..]);

    /// <summary>What Environment of the unit sets.</summary>
    public static Dictionary<string, string> VariablesOfService() =>
        Lines("faceh5portal.service").Where(line => line.StartsWith("Environment=", StringComparison.Ordinal)).Select(line => line["Environment=".Length..].Trim('"').Split('=', 2))
            .ToDictionary(pair => pair[0], pair => pair[1]);

    [GeneratedRegex(@"(SecretKey|ApiKey|MasterKey|Password|Secret|Token)=\S", RegexOptions.IgnoreCase)]
    public static partial Regex Secret();

    private static Dictionary<string, string> Variables(string words) =>
        Pair().Matches(words).ToDictionary(match => match.Groups[1].Value, match => match.Groups[2].Value.Trim('"'));

    [GeneratedRegex(@"(\w+)=(""[^""]*""|[^\s\\]+)")]
    private static partial Regex Pair();
}
