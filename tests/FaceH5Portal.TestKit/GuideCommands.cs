using System.Text.RegularExpressions;

namespace FaceH5Portal.TestKit;

/// <summary>The commands that a page of the docs tells its reader to give.</summary>
public static partial class GuideCommands
{
    /// <summary>Those of its blocks for the shell, one by one.</summary>
    public static IReadOnlyList<string> InBlocks(params string[] page) =>
        [.. Block().Matches(Read(page)).SelectMany(block => block.Groups[1].Value.Replace("\\\n", "", StringComparison.Ordinal).Split('\n'))
            .SelectMany(line => line.Split(" && ")).Select(command => Gap().Replace(command.Trim(), " ")).Where(command => command.Length > 0 && command[0] != '#')];

    /// <summary>Those of its table of commands, each without and with all that may be left out, and whether it is for beside a running portal.</summary>
    public static IReadOnlyList<(string Command, bool Beside)> InTable(params string[] page) =>
        [.. Row().Matches(Read(page)).SelectMany(row => Code().Matches(row.Groups[1].Value).Select(code => code.Groups[1].Value)
            .SelectMany(form => new[] { Optional().Replace(form, ""), form.Replace("[", "", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal) })
            .Distinct().Select(command => (command, row.Groups[2].Value == "yes")))];

    private static string Read(string[] page) => File.ReadAllText(Path.Combine([Repository.Root, .. page]));

    [GeneratedRegex(@"^```sh\n(.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex(@"^\| (`[a-z].*?`) \| .* \| (yes|no)\b[^|]*\|$", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Code();

    [GeneratedRegex(@" \[[^\]]*\]")]
    private static partial Regex Optional();

    [GeneratedRegex(" +")]
    private static partial Regex Gap();
}
