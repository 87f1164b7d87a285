using FaceH5Portal.Core.Evidence;
using FaceH5Portal.Core.Harvesting;
using FaceH5Portal.Core.Sessions;
using FaceH5Portal.Kill.Tests.Support;
using FaceH5Portal.Sandbox;
using FaceH5Portal.TestKit;
using Microsoft.EntityFrameworkCore;
using Xunit.Abstractions;

namespace FaceH5Portal.Kill.Tests;

public sealed class KillCampaignTests(ITestOutputHelper output) : IAsyncLifetime
{
    private const int PeoplePerKill = 4;
    private const int OutdatedPictures = 300;

    // Catches what hangs, on however slow a machine.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(6);

    private static readonly string[] Plans = ["1001", "1006", "1007", "1002", "1004"];

    private readonly string folder = Directory.CreateTempSubdirectory("kills-").FullName;
    private readonly List<Person> people = [];
    private readonly Random random = new(Environment.TickCount);
    private SandboxServer vendor = null!;
    private KillablePortal portal = null!;

    public async Task InitializeAsync()
    {
        vendor = await SandboxServer.StartAsync(new SandboxClock(TimeProvider.System), Path.Combine(folder, "vendor"), TimeSpan.FromSeconds(1));
        portal = KillablePortal.In(folder, vendor.Address);
    }

    public async Task DisposeAsync()
    {
        await portal.DisposeAsync();
        people.ForEach(person => person.Dispose());
        await vendor.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Whenever_it_is_killed_no_evidence_no_charge_and_no_session_is_lost()
    {
        await InviteAsync();
        for (var kill = 0; kill < Kills.AtWork; kill++)
            await KillOnceAsync(Moment.All[kill % Moment.All.Count], people.GetRange(0, (kill + 1) * PeoplePerKill));
        await LiveToTheEndAsync();
        await portal.KillAsync();
        await CheckAsync();
    }

    /// <summary>Every third person with a number of their own fails once before they pass.</summary>
    private async Task InviteAsync()
    {
        await using var file = new PortalFile(folder, portal.Address);
        await file.FillAsync();
        for (var n = 0; n < Kills.AtWork * PeoplePerKill; n++)
        {
            var number = IdNumber.Of(n);
            var session = await file.InviteAsync(Plans[n % Plans.Length], number);
            if (n % 3 == 0)
                await vendor.ScriptAsync(number, new { code = 0, score = 41.5 }, new { code = 0, score = 95.5 });
            if (n == 0)
                for (var picture = 0; picture < OutdatedPictures; picture++)
                    await file.AddOutdatedPictureAsync(session.Id);
            people.Add(new Person(session.Link, vendor));
        }
    }

    private async Task KillOnceAsync(Moment moment, List<Person> invited)
    {
        var wait = random.Next(moment.WithinMilliseconds);
        output.WriteLine($"Kill {moment.Name}, {wait} ms in");
        portal.Start();
        var lives = Task.CompletedTask;
        if (!moment.InStart)
        {
            await portal.AnswersAsync();
            if (moment.SlowPath is { } path)
                await vendor.ControlAsync("latency", new { path, milliseconds = moment.Slowness });
            var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            invited.ForEach(person => person.Watcher = step => _ = step == moment.After && reached.TrySetResult());
            lives = Task.WhenAll(invited.Select(person => person.LiveAsync()));
            if (moment.After is not null)
                await Task.WhenAny(reached.Task, lives).WaitAsync(Patience);
        }
        await Task.Delay(wait);
        await portal.KillAsync();
        await lives.WaitAsync(Patience);
        if (moment.SlowPath is { } slow)
            await vendor.ControlAsync("latency", new { path = slow, milliseconds = 0 });
    }

    private async Task LiveToTheEndAsync()
    {
        portal.Start();
        await portal.AnswersAsync();
        await Task.WhenAll(people.Select(person => person.LiveAsync())).WaitAsync(Patience);
        Assert.All(people, person => Assert.Equal(SessionStatus.Passed, person.Status));
        using var patience = new CancellationTokenSource(Patience);
        await using var file = new PortalFile(folder, portal.Address);
        while (await OwesAsync(file))
            await Task.Delay(TimeSpan.FromSeconds(1), patience.Token);
    }

    private static async Task<bool> OwesAsync(PortalFile file)
    {
        await using var db = await file.Store.ReadAsync(CancellationToken.None);
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        return await db.Set<HarvestItem>().AnyAsync(item => item.State == HarvestItemState.Owed)
            || await db.Set<EvidenceItem>().AnyAsync(item => item.DeletedAtUtc == null && item.KeepUntilUtc < now);
    }

    private async Task CheckAsync()
    {
        await using var file = new PortalFile(folder, portal.Address);
        Assert.Empty(await file.DifferencesAsync(vendor));
        Assert.InRange(await vendor.CallsOfAsync("verifyToken/generate"), people.Count, people.Sum(person => person.Clicks));
        await using var db = await file.Store.ReadAsync(CancellationToken.None);
        Assert.All(await db.Set<VerificationSession>().ToListAsync(), session =>
            Assert.Equal((SessionStatus.Passed, HarvestState.Complete), (session.Status, session.Harvest)));
        Assert.Equal(OutdatedPictures, await db.Set<EvidenceItem>().CountAsync(item => item.DeletedAtUtc != null && item.BlobId == null));
        output.WriteLine($"{people.Count} people, {people.Sum(person => person.Clicks)} clicks, {await db.Set<EvidenceItem>().CountAsync()} pieces of evidence");
    }
}
