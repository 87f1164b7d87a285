using System.Globalization;
using System.Text.RegularExpressions;
using FaceH5Portal.TestKit;

namespace FaceH5Portal.Architecture.Tests;

/// <summary>docs/asvs.md leaves out no requirement, and names no test that is not there.</summary>
public sealed partial class AsvsTests
{
    private const int Levels1And2 = 253;

    // Requirements of levels 1 and 2 in each section of ASVS 5.0.0.
    private static readonly Dictionary<string, int> Sections = new()
    {
        ["1.1"] = 2,
        ["1.2"] = 9,
        ["1.3"] = 11,
        ["1.4"] = 3,
        ["1.5"] = 2,
        ["2.1"] = 3,
        ["2.2"] = 3,
        ["2.3"] = 4,
        ["2.4"] = 1,
        ["3.2"] = 2,
        ["3.3"] = 4,
        ["3.4"] = 6,
        ["3.5"] = 5,
        ["3.7"] = 2,
        ["4.1"] = 3,
        ["4.2"] = 1,
        ["4.3"] = 2,
        ["4.4"] = 4,
        ["5.1"] = 1,
        ["5.2"] = 3,
        ["5.3"] = 2,
        ["5.4"] = 3,
        ["6.1"] = 3,
        ["6.2"] = 12,
        ["6.3"] = 4,
        ["6.4"] = 4,
        ["6.5"] = 5,
        ["6.6"] = 3,
        ["6.8"] = 4,
        ["7.1"] = 3,
        ["7.2"] = 4,
        ["7.3"] = 2,
        ["7.4"] = 5,
        ["7.5"] = 2,
        ["7.6"] = 2,
        ["8.1"] = 2,
        ["8.2"] = 3,
        ["8.3"] = 1,
        ["8.4"] = 1,
        ["9.1"] = 3,
        ["9.2"] = 4,
        ["10.1"] = 2,
        ["10.2"] = 2,
        ["10.3"] = 4,
        ["10.4"] = 11,
        ["10.5"] = 5,
        ["10.6"] = 2,
        ["10.7"] = 3,
        ["11.1"] = 2,
        ["11.2"] = 3,
        ["11.3"] = 3,
        ["11.4"] = 4,
        ["11.5"] = 1,
        ["11.6"] = 1,
        ["12.1"] = 3,
        ["12.2"] = 2,
        ["12.3"] = 4,
        ["13.1"] = 1,
        ["13.2"] = 5,
        ["13.3"] = 2,
        ["13.4"] = 5,
        ["14.1"] = 2,
        ["14.2"] = 4,
        ["14.3"] = 3,
        ["15.1"] = 3,
        ["15.2"] = 3,
        ["15.3"] = 7,
        ["16.1"] = 1,
        ["16.2"] = 5,
        ["16.3"] = 4,
        ["16.4"] = 3,
        ["16.5"] = 3,
        ["17.1"] = 1,
        ["17.2"] = 4,
        ["17.3"] = 2,
    };

    private static readonly string Text = File.ReadAllText(Path.Combine(Repository.Root, "docs", "asvs.md"));

    private static IReadOnlyList<Match> Rows { get; } = Row().Matches(Text);

    [Fact]
    public void Every_requirement_of_levels_1_and_2_has_one_row()
    {
        Assert.Equal(Levels1And2, Sections.Values.Sum());
        Assert.Equal(Levels1And2, Rows.Select(row => row.Groups["id"].Value).Distinct().Count());
        Assert.Equal(Sections.OrderBy(pair => pair.Key, StringComparer.Ordinal),
            Rows.GroupBy(row => row.Groups["section"].Value).Select(group => KeyValuePair.Create(group.Key, group.Count())).OrderBy(pair => pair.Key, StringComparer.Ordinal));
    }

    [Fact]
    public void A_row_that_says_test_names_one_and_every_test_that_is_named_exists()
    {
        Assert.Empty(Rows.Where(row => row.Groups["by"].Value == "test" && !TestName().IsMatch(row.Groups["how"].Value)).Select(row => row.Value));
        var there = Directory.EnumerateFiles(Path.Combine(Repository.Root, "tests"), "*.cs", SearchOption.AllDirectories).Select(Path.GetFileNameWithoutExtension).ToHashSet();
        Assert.Empty(Rows.SelectMany(row => TestName().Matches(row.Groups["how"].Value).Select(name => name.Groups["name"].Value)).Distinct().Where(name => !there.Contains(name)).Order(StringComparer.Ordinal).ToList());
    }

    [Fact]
    public void The_sum_is_told_as_it_is()
    {
        int Count(string by) => Rows.Count(row => row.Groups["by"].Value == by);
        Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"{Levels1And2} requirements: {Count("test")} held by a test, {Count("reason")} by a reason, {Count("**open**")} open."), Text, StringComparison.Ordinal);
    }

    [GeneratedRegex(@"^\| (?<id>(?<section>\d+\.\d+)\.\d+) \| [12] \| .+? \| (?<by>test|reason|\*\*open\*\*) \| (?<how>.+) \|$", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex("`(?<name>[A-Z][A-Za-z]+(Tests|Campaign))`")]
    private static partial Regex TestName();
}
