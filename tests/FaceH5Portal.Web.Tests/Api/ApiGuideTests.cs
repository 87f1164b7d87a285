using System.Text.Json;
using System.Text.RegularExpressions;
using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Evidence;
using FaceH5Portal.TestKit;
using FaceH5Portal.Web.Endpoints.Api;

namespace FaceH5Portal.Web.Tests.Api;

/// <summary>docs/api.md is run from top to bottom, as a reader would.</summary>
[Collection(ApiTests.Name)]
public sealed partial class ApiGuideTests(ApiPortal portal)
{
    private static readonly string Guide = File.ReadAllText(Path.Combine(Repository.Root, "docs", "api.md"));

    [Fact]
    public async Task Every_command_answers_what_the_guide_says()
    {
        using var caller = portal.Call(null);
        var variables = Setting().Matches(Guide).ToDictionary(match => match.Groups[1].Value, match => match.Groups[2].Value);
        variables["PASSED"] = await PassedAsync();
        var commands = Command().Matches(Guide);
        Assert.Equal(9, commands.Count);
        foreach (Match command in commands)
        {
            var request = CurlLine.Read(command.Groups[1].Value, variables);
            request.RequestUri = new Uri(request.RequestUri!.PathAndQuery, UriKind.Relative);
            var reply = await caller.SendAsync(request);
            Assert.Equal((command.Value, command.Groups[2].Value), (command.Value, ((int)reply.Status).ToString(System.Globalization.CultureInfo.InvariantCulture)));
            if (reply.Headers.Location is { } location)
                variables["ID"] = location.ToString().Split('/')[^1];
            if (command.Groups[3].Success)
                Assert.Equal(Fields(JsonElement.Parse(command.Groups[3].Value)), Fields(reply.Json));
        }
    }

    [Fact]
    public void The_mistake_in_the_guide_is_told_word_for_word() =>
        Assert.Contains($"\"detail\": \"plan: {TextResources.English["Error.plan-unknown"]}\"", Guide, StringComparison.Ordinal);

    [Fact]
    public void The_guide_names_every_filter_kind_and_certificate()
    {
        Permission[] used = [Permission.SeeSessions, Permission.CreateSessions, Permission.CancelSessions, Permission.SeeMoney, Permission.SeeImages, Permission.SeePersonalData, Permission.EraseSubjects, Permission.CheckPhotos];
        var words = ListQuery.Filters.Select(filter => filter.Name).Concat(CreateSessionBody.Fields).Concat(EraseSessionBody.Fields).Concat(CreatePhotoCheckBody.Fields).Concat(EvidenceApi.Kinds)
            .Concat(ApiJson.Words<Core.Subjects.CertificateType>()).Concat(ApiJson.Words<Core.Sessions.SessionStatus>()).Concat(used.Select(one => one.ToString()));
        Assert.All(words, word => Assert.Contains($"`{word}`", Guide, StringComparison.Ordinal));
        Assert.Contains(ApiJson.Word(EvidenceKind.Face), EvidenceApi.Kinds);
    }

    private static IEnumerable<string> Fields(JsonElement json) => json.EnumerateObject().Select(entry => entry.Name);

    private async Task<string> PassedAsync()
    {
        using var caller = portal.Call();
        var id = await caller.CreateAsync();
        await portal.GoThroughAsync(id);
        return id.ToString();
    }

    [GeneratedRegex(@"^([A-Z]+)=(\S+)$", RegexOptions.Multiline)]
    private static partial Regex Setting();

    // A command, what it answers, and where one follows at once the example of it.
    [GeneratedRegex(@"```sh\n(curl [^`]+)\n```\n\nAnswers (\d{3})[^\n]*(?:\n\n```json\n([^`]+)```)?")]
    private static partial Regex Command();
}
