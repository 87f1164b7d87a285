using System.Net.Http.Json;
using System.Text.Json;
using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Harvesting;
using FaceH5Portal.Core.Ledger;
using FaceH5Portal.Core.Sessions;
using FaceH5Portal.Core.Subjects;
using FaceH5Portal.Sandbox;
using FaceH5Portal.Web.Demo;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FaceH5Portal.Web.Tests.Host;

public sealed class DemoTests
{
    private const int Days = 4;

    private static readonly Actor Operator = Actor.InRole("demo-operator", "Operator", Role.Operator);

    [Fact]
    public async Task A_month_of_demo_data_ends_now_and_the_vendor_knows_every_charge_of_it()
    {
        await using var portal = Empty();
        var begun = TimeProvider.System.GetUtcNow().UtcDateTime;
        var progress = await FillAsync(portal);
        Assert.Equal((DemoState.Done, Days), (progress.State, progress.Day));
        Assert.Equal(TimeSpan.Zero, portal.Services.GetRequiredService<SandboxClock>().Offset);
        await OutliveTokensAsync(portal);

        await using var db = await portal.Services.GetRequiredService<PortalStore>().ReadAsync(CancellationToken.None);
        var sessions = await db.Set<VerificationSession>().ToListAsync();
        Assert.Equal(progress.Sessions, sessions.Count);
        Assert.Contains(sessions, session => session.Status == SessionStatus.Passed);
        Assert.InRange(sessions.Min(session => session.CreatedAtUtc), begun.AddDays(-Days), begun.AddDays(1 - Days));
        Assert.All(sessions, session => Assert.True(session.CreatedAtUtc < TimeProvider.System.GetUtcNow().UtcDateTime));
        Assert.DoesNotContain(sessions, session => session.Status == SessionStatus.Unresolved);
        Assert.Equal(await VendorsChargesAsync(portal), await db.Set<LedgerEntry>().CountAsync());
    }

    [Fact]
    public async Task Demo_data_is_refused_where_a_session_is_there_and_to_who_may_not_make_one()
    {
        await using var portal = Empty();
        using var http = portal.CreateClient();
        var month = portal.Services.GetRequiredService<DemoMonth>();
        Assert.Equal(PortalError.AccessDenied, (await month.FillAsync(Actor.InRole("a", "Auditor", Role.Auditor), CancellationToken.None)).Errors[0].Code);
        await portal.CreateSessionAsync();
        Assert.Equal("demo-not-empty", (await month.FillAsync(Operator, CancellationToken.None)).Errors[0].Code);
        Assert.Equal(TimeSpan.Zero, portal.Services.GetRequiredService<SandboxClock>().Offset);
    }

    [Fact]
    public async Task Demo_data_is_refused_where_the_vendor_already_knows_a_token()
    {
        await using var portal = Empty();
        using var visitor = portal.Visit();
        Assert.True((await portal.Services.GetRequiredService<FaceH5Portal.Vendors.Baidu.IBaiduFaceClient>().GenerateAsync("1001", CancellationToken.None)).IsSuccess);
        Assert.Equal("demo-not-empty", (await portal.Services.GetRequiredService<DemoMonth>().FillAsync(Operator, CancellationToken.None)).Errors[0].Code);
    }

    [Fact]
    public async Task What_fails_on_the_way_is_told_and_leaves_the_clock_at_now()
    {
        await using var portal = Empty();
        using var http = portal.CreateClient();
        var month = portal.Services.GetRequiredService<DemoMonth>();
        month.Changed += () => Break(month.Progress);
        var progress = await FillAsync(portal);
        Assert.Equal(DemoState.Failed, progress.State);
        Assert.Equal(TimeSpan.Zero, portal.Services.GetRequiredService<SandboxClock>().Offset);

        static void Break(DemoProgress progress)
        {
            if (progress is { State: DemoState.Running, Sessions: 3 })
                throw new InvalidOperationException("A listener breaks.");
        }
    }

    [Fact]
    public void A_clock_left_in_the_past_is_brought_back_to_now_and_no_other()
    {
        var clock = new SandboxClock(TimeProvider.System);
        clock.BeginEarlier(TimeSpan.FromDays(3));
        Assert.True(DemoMonth.Catches(clock));
        Assert.Equal(TimeSpan.Zero, clock.Offset);
        clock.Advance(TimeSpan.FromDays(1));
        Assert.False(DemoMonth.Catches(clock));
        Assert.Equal(TimeSpan.FromDays(1), clock.Offset);
    }

    [Fact]
    public void Made_up_people_have_well_formed_numbers_of_a_place_that_does_not_exist()
    {
        var cast = new DemoCast(new DemoDice(new Entropy()));
        var rules = new IdentityRules(TimeProvider.System);
        foreach (var story in Enumerable.Range(0, 200).Select(_ => cast.Next()))
        {
            Assert.StartsWith("99", story.Number, StringComparison.Ordinal);
            Assert.Empty(rules.Check(new Identity(story.Name, story.Number, CertificateType.ResidentIdCard), acceptCheckDigit: false));
        }
    }

    private static PortalHost Empty() => PortalHost.With(new Dictionary<string, string?>(), services => services.AddSingleton(new DemoLength(Days)));

    private static async Task<DemoProgress> FillAsync(PortalHost portal)
    {
        using var http = portal.CreateClient();
        var month = portal.Services.GetRequiredService<DemoMonth>();
        var over = new TaskCompletionSource<DemoProgress>(TaskCreationOptions.RunContinuationsAsynchronously);
        month.Changed += () =>
        {
            if (month.Progress.State is DemoState.Done or DemoState.Failed)
                over.TrySetResult(month.Progress);
        };
        Assert.True((await month.FillAsync(Operator, CancellationToken.None)).Ok);
        return await over.Task.WaitAsync(TimeSpan.FromMinutes(5));
    }

    /// <summary>Whoever acted just before the end has not come back yet; when their token is dead the portal asks all the same.</summary>
    private static async Task OutliveTokensAsync(PortalHost portal)
    {
        portal.Services.GetRequiredService<SandboxClock>().Advance(TimeSpan.FromHours(3));
        while (await portal.Services.GetRequiredService<HarvestPass>().RunAsync(CancellationToken.None) > 0) { }
    }

    private static async Task<int> VendorsChargesAsync(PortalHost portal)
    {
        using var http = new HttpClient();
        return (await http.GetFromJsonAsync<JsonElement>($"{portal.Sandbox}/_sandbox/truth")).GetProperty("charges").GetArrayLength();
    }
}
