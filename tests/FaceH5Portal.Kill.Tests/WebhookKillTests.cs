using System.Collections.Concurrent;
using FaceH5Portal.Core.Sessions;
using FaceH5Portal.Core.Webhooks.Delivering;
using FaceH5Portal.Core.Webhooks.Outbox;
using FaceH5Portal.Kill.Tests.Support;
using FaceH5Portal.Sandbox;
using FaceH5Portal.TestKit;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Xunit.Abstractions;

namespace FaceH5Portal.Kill.Tests;

/// <summary>However often the portal is killed while it tells a receiver, everything is told, in order, and nothing is made up.</summary>
public sealed class WebhookKillTests(ITestOutputHelper output) : IAsyncLifetime
{
    private const int PeoplePerKill = 3;
    private const int WithinMilliseconds = 1500;

    // Catches what hangs, on however slow a machine.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(6);

    private static readonly string[] Story = ["session.created", "session.passed", "session.evidence_complete"];

    private readonly string folder = Directory.CreateTempSubdirectory("webhook-kills-").FullName;
    private readonly ConcurrentDictionary<string, bool> refused = new();
    private readonly List<Person> people = [];
    private readonly Random random = new(Environment.TickCount);
    private SandboxServer vendor = null!;
    private KillablePortal portal = null!;
    private WebhookReceiver receiver = null!;
    private string secret = "";

    public async Task InitializeAsync()
    {
        vendor = await SandboxServer.StartAsync(new SandboxClock(TimeProvider.System), Path.Combine(folder, "vendor"), TimeSpan.FromSeconds(1));
        portal = KillablePortal.In(folder, vendor.Address);
        receiver = await WebhookReceiver.StartAsync();
    }

    public async Task DisposeAsync()
    {
        await portal.DisposeAsync();
        people.ForEach(person => person.Dispose());
        await receiver.DisposeAsync();
        await vendor.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Whenever_it_is_killed_every_event_arrives_in_order_and_none_is_made_up()
    {
        await InviteAsync();
        for (var kill = 0; kill < Kills.WhileTelling; kill++)
            await KillOnceAsync(people.GetRange(0, (kill + 1) * PeoplePerKill), afterTold: kill % 2 == 0);
        receiver.Answer = AnswerAsync;
        portal.Start();
        await portal.AnswersAsync();
        await Task.WhenAll(people.Select(person => person.LiveAsync())).WaitAsync(Patience);
        Assert.All(people, person => Assert.Equal(SessionStatus.Passed, person.Status));
        await using var file = new PortalFile(folder, portal.Address);
        using var patience = new CancellationTokenSource(Patience);
        while (await IsOwedAsync(file))
            await Task.Delay(TimeSpan.FromSeconds(1), patience.Token);
        await portal.KillAsync();
        await CheckAsync(file);
    }

    private async Task InviteAsync()
    {
        await using var file = new PortalFile(folder, portal.Address);
        await file.FillAsync();
        secret = await file.AddEndpointAsync(receiver.Address);
        for (var n = 0; n < Kills.WhileTelling * PeoplePerKill; n++)
            people.Add(new Person((await file.InviteAsync("1001", IdNumber.Of(n))).Link, vendor));
    }

    private async Task KillOnceAsync(List<Person> invited, bool afterTold)
    {
        var told = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        receiver.Answer = (webhook, context, ct) =>
        {
            told.TrySetResult();
            return AnswerAsync(webhook, context, ct);
        };
        portal.Start();
        await portal.AnswersAsync();
        var lives = Task.WhenAll(invited.Select(person => person.LiveAsync()));
        if (afterTold)
            await Task.WhenAny(told.Task, lives).WaitAsync(Patience);
        var wait = random.Next(afterTold ? WithinMilliseconds / 5 : WithinMilliseconds);
        output.WriteLine($"Kill {(afterTold ? "while it is telling" : "at any time")}, {wait} ms in");
        await Task.Delay(wait);
        await portal.KillAsync();
        await lives.WaitAsync(Patience);
    }

    /// <summary>Every fourth message is refused once.</summary>
    private Task AnswerAsync(ReceivedWebhook webhook, HttpContext context, CancellationToken ct) =>
        webhook.Id[^1] is '0' or '4' or '8' or 'c' && refused.TryAdd(webhook.Id, true) ? WebhookReceiver.SayAsync(context, 500) : WebhookReceiver.TakeAsync(webhook, context, ct);

    private static async Task<bool> IsOwedAsync(PortalFile file)
    {
        await using var db = await file.Store.ReadAsync(CancellationToken.None);
        return await db.Set<WebhookDelivery>().AnyAsync(delivery => delivery.State == DeliveryState.Waiting)
            || await db.Set<VerificationSession>().AnyAsync(session => session.Harvest != HarvestState.Complete);
    }

    private async Task CheckAsync(PortalFile file)
    {
        await using var db = await file.Store.ReadAsync(CancellationToken.None);
        var told = await db.Set<WebhookMessage>().AsNoTracking().OrderBy(message => message.Sequence).ToListAsync();
        var taken = receiver.Taken;
        Assert.Equal(people.Count, told.GroupBy(message => message.SessionId).Count(session => session.Select(message => message.Type).SequenceEqual(Story)));
        Assert.Equal(people.Count * Story.Length, told.Count);
        var bodies = told.ToDictionary(message => WebhookMessage.WireId(message.Id), message => message.Body);
        Assert.Equal(bodies.Keys.Order(StringComparer.Ordinal), taken.Select(webhook => webhook.Id).Distinct().Order(StringComparer.Ordinal));
        Assert.All(receiver.Received, webhook => Assert.Equal((bodies[webhook.Id], true), (webhook.Body, webhook.IsSignedBy(secret))));
        Assert.All(taken.GroupBy(webhook => webhook.Session), session => Assert.Equal(Story, session.Select(webhook => webhook.Type).Distinct()));
        Assert.All(await db.Set<WebhookDelivery>().ToListAsync(), delivery => Assert.Equal(DeliveryState.Delivered, delivery.State));
        output.WriteLine($"{told.Count} events, {receiver.Received.Count} requests, {taken.Count} taken");
    }
}
