using System.Security.Claims;
using FaceH5Portal.Core.Access;
using FaceH5Portal.TestKit;
using FaceH5Portal.Web.Security;
using FaceH5Portal.Web.Tests.Host;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;

namespace FaceH5Portal.Web.Tests.Safety.Access;

/// <summary>
/// Every endpoint of the running program, asked by everybody: access.tsv says what each may get. An endpoint that is
/// not in it fails, so that whoever adds one says who it is for.
/// </summary>
public sealed class AccessMatrixTests : IAsyncLifetime
{
    private static readonly string TablePath =
        Path.Combine(Repository.Root, "tests", "FaceH5Portal.Web.Tests", "Safety", "Access", "access.tsv");

    private const string WhyOpen = "why nobody may";

    private static readonly List<string[]> Rows = [.. File.ReadLines(TablePath).Skip(1).Select(line => line.Split('\t'))];

    private readonly PortalHost portal = PortalHost.With(AccessCaller.Settings, services => services.AddSingleton<IActorSource, OnlyWhoSignedIn>());

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await portal.DisposeAsync();

    [Fact]
    public async Task Every_endpoint_gives_everybody_what_the_table_says()
    {
        var expected = Rows.Select(row => string.Join('\t', row[..^1])).ToList();
        var actual = new List<string>();
        foreach (var tried in Cases())
            actual.Add(await LineAsync(tried));
        var differences = actual.Except(expected).Select(line => $"+ {line}").Concat(expected.Except(actual).Select(line => $"- {line}")).ToList();
        Assert.True(differences.Count == 0, $"The table and the program differ:\n{string.Join('\n', differences.Order(StringComparer.Ordinal))}");
    }

    [Fact]
    public void The_table_has_a_column_for_everybody_and_a_row_for_nothing_twice()
    {
        Assert.Equal(["method", "route", "of", .. AccessCaller.All.Select(caller => caller.Name), WhyOpen], File.ReadLines(TablePath).First().Split('\t'));
        Assert.Equal(Rows.Count, Rows.Select(row => string.Join('\t', row[..3])).Distinct().Count());
    }

    [Fact]
    public void Nobody_gets_in_without_a_reason_that_is_written_down()
    {
        Assert.Empty(Rows.Where(row => IsRefused(row[3]) == row[^1].Length > 0).Select(row => $"{row[0]} {row[1]}"));
        Assert.All(Rows, row => Assert.Equal((row[1], row[3]), (row[1], row[4])));
    }

    [Fact]
    public void Who_is_refused_does_not_learn_what_exists()
    {
        var pairs = Rows.Where(row => row[2] == "own").Select(own => (Own: own, Unknown: Rows.Single(row => row[2] == "unknown" && row[0] == own[0] && row[1] == own[1]))).ToList();
        Assert.True(pairs.Count > 10);
        Assert.Empty(pairs.SelectMany(pair => pair.Own.Zip(pair.Unknown).Skip(3).SkipLast(1)
            .Where(cells => IsRefused(cells.First) && cells.First != cells.Second).Select(cells => $"{pair.Own[0]} {pair.Own[1]}: {cells}")));
    }

    private static bool IsRefused(string cell) => cell is "denied" or "401" or "403";

    private IEnumerable<AccessCase> Cases() => portal.Routes()
        // A style sheet, script or icon is the same file for all.
        .Where(route => route.Metadata.GetMetadata<StaticAssetDescriptor>() is null)
        .SelectMany(AccessCase.Of).DistinctBy(tried => tried.Key).OrderBy(tried => tried.Pattern, StringComparer.Ordinal).ThenBy(tried => tried.Key, StringComparer.Ordinal);

    private async Task<string> LineAsync(AccessCase tried)
    {
        var outcomes = new List<string>();
        foreach (var caller in AccessCaller.All)
            outcomes.Add(await tried.TryAsync(portal, caller));
        return string.Join('\t', [tried.Key, .. outcomes]);
    }

    /// <summary>As the Development picker has it, but who has not chosen is nobody.</summary>
    private sealed class OnlyWhoSignedIn : IActorSource
    {
        public IReadOnlyList<Role> Choices { get; } = Enum.GetValues<Role>();

        public Actor ActorOf(ClaimsPrincipal principal) => Enum.TryParse<Role>(principal.FindFirstValue(ClaimTypes.Role), out var role)
            ? Actor.InRole($"test-{role}", role.ToString(), role) : Actor.Anonymous;
    }
}
