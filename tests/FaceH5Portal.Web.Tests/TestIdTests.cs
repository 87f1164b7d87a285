using System.Text.RegularExpressions;
using FaceH5Portal.TestKit;

namespace FaceH5Portal.Web.Tests;

public sealed partial class TestIdTests
{
    // Made from the kind of the picture or of the finding, or from the button beside it.
    private static readonly string[] Composed = ["image-face", "image-match", "image-photo", "image-frame", "image-idfront", "image-idback",
        "reveal-reason", "pictures-show-reason", "other-way-show-reason", "preflight-ready", "preflight-insecure", "preflight-no-camera", "preflight-no-camera-access", "preflight-denied"];

    [Fact]
    public void The_document_lists_exactly_the_ids_of_the_pages()
    {
        var listed = Listed().Matches(File.ReadAllText(Path.Combine(Repository.Root, "docs", "test-ids.md")))
            .Select(match => match.Groups[1].Value).Where(id => !id.StartsWith("data-", StringComparison.Ordinal)).ToHashSet();
        var used = Pages().SelectMany(page => Used().Matches(page).Select(match => match.Groups[1].Value)).Concat(Composed).ToHashSet();
        Assert.Contains("create-session", used);
        Assert.Equal(used.Order(StringComparer.Ordinal), listed.Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string> Pages() => new[] { "FaceH5Portal.Web", "FaceH5Portal.Sandbox" }
        .SelectMany(project => Directory.EnumerateFiles(Path.Combine(Repository.Root, "src", project), "*.*", SearchOption.AllDirectories))
        .Where(path => path.EndsWith(".razor", StringComparison.Ordinal) || path.EndsWith(".cshtml", StringComparison.Ordinal) || path.EndsWith(".html", StringComparison.Ordinal))
        .Where(path => !path.Contains("/obj/", StringComparison.Ordinal) && !path.Contains("/bin/", StringComparison.Ordinal))
        .Select(File.ReadAllText);

    [GeneratedRegex(@"(?:(?:data-testid|TestId)=|testId: )""([a-z-]+[a-z])""")]
    private static partial Regex Used();

    [GeneratedRegex(@"`([a-z]+(?:-[a-z]+)*)`")]
    private static partial Regex Listed();
}
