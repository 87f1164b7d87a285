using System.Net;
using System.Text.RegularExpressions;
using FaceH5Portal.Core.Alarming;
using FaceH5Portal.TestKit;
using FaceH5Portal.Web.Tests.Host;

namespace FaceH5Portal.Web.Tests.Health;

/// <summary>What docs/operations.md says of health and alarms is run and counted here; its other commands are run by CommandTests.</summary>
public sealed partial class OperationsGuideTests
{
    private static readonly string Guide = File.ReadAllText(Path.Combine(Repository.Root, "docs", "operations.md"));

    [Fact]
    public async Task Every_address_that_is_asked_answers()
    {
        await using var portal = new PortalHost();
        using var visitor = portal.Visit();
        var asked = Asked().Matches(Guide).Select(match => match.Groups[1].Value).ToList();
        Assert.Equal(["/health/live", "/health/ready", "/metrics"], asked);
        foreach (var path in asked)
        {
            using var answer = await visitor.GetAsync(path);
            Assert.Equal((path, HttpStatusCode.OK), (path, answer.StatusCode));
        }
    }

    [Fact]
    public void Every_rule_is_explained_by_the_name_it_has_on_the_page()
    {
        // Two share a line.
        string[] together = ["AlarmRule.AttemptsOfPerson", "AlarmRule.Budget", "AlarmRule.Package"];
        Assert.All(Enum.GetNames<AlarmRule>().Select(rule => $"AlarmRule.{rule}").Except(together),
            key => Assert.Contains($"| {TextResources.English[key]}", Guide, StringComparison.Ordinal));
        Assert.Contains("| Budget, package nearly used up |", Guide, StringComparison.Ordinal);
    }

    [GeneratedRegex(@"^curl http://localhost:5080(\S+)$", RegexOptions.Multiline)]
    private static partial Regex Asked();
}
