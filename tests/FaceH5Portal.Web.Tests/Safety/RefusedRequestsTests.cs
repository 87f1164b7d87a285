using FaceH5Portal.Web.Logging;
using FaceH5Portal.Web.Tests.Api;
using FaceH5Portal.Web.Tests.Host;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace FaceH5Portal.Web.Tests.Safety;

/// <summary>Who tries what they may not is in the log, by id; what they tried it with is not.</summary>
public sealed class RefusedRequestsTests : IDisposable
{
    private readonly KeptLog log = new();

    public void Dispose() => log.Dispose();

    [Fact]
    public async Task A_refused_permission_is_noted_with_who_asked_for_which_page()
    {
        await using var portal = Portal();
        using var visitor = portal.Visit();
        await visitor.ActAsAsync("Operator");
        (await visitor.GetAsync("/admin/people")).Dispose();
        Assert.Matches("^Refused: access-denied at /admin/people, asked by [0-9a-f-]{36}\\. 0 more", Assert.Single(Refusals(), line => line.Contains("/admin/", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_made_up_way_back_a_form_without_its_proof_and_a_key_that_may_not_are_noted_without_what_they_brought()
    {
        await using var portal = Portal();
        using var visitor = portal.Visit();
        (await visitor.GetAsync("/r/fh5_forgedforgedforged0001")).Dispose();
        (await visitor.PostAsync("/sign-out", ("secret", "brought"))).Dispose();
        Assert.Equal(["Refused: return-unknown at /r/{State}", "Refused: form-unproven at /sign-out"],
            Refusals().Select(line => line[..line.IndexOf(',', StringComparison.Ordinal)]));
        Assert.DoesNotContain(log.Lines, line => line.Contains("forgedforged", StringComparison.Ordinal) || line.Contains("brought", StringComparison.Ordinal));
    }

    [Fact]
    public void A_flood_of_the_same_makes_a_line_a_minute_with_how_many_there_were()
    {
        var time = new FakeTimeProvider();
        using var factory = LoggerFactory.Create(logging => logging.AddProvider(log));
        var refused = new RefusedRequests(factory.CreateLogger<RefusedRequests>(), time);
        for (var count = 0; count < 1000; count++)
            refused.Note(new DefaultHttpContext(), "too-many-requests");
        refused.Note(new DefaultHttpContext(), "access-denied");
        time.Advance(TimeSpan.FromMinutes(1));
        refused.Note(new DefaultHttpContext(), "too-many-requests");
        Assert.Equal(["too-many-requests 0", "access-denied 0", "too-many-requests 999"],
            Refusals().Select(line => $"{line.Split(' ')[1]} {line.Split(". ")[1].Split(' ')[0]}"));
    }

    private PortalHost Portal() => PortalHost.With(new Dictionary<string, string?>(), services => services.AddSingleton<ILoggerProvider>(log));

    private IReadOnlyList<string> Refusals() => [.. log.Lines.Where(line => line.StartsWith("Refused: ", StringComparison.Ordinal))];
}
