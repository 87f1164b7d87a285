using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Webhooks.Endpoints;
using FaceH5Portal.TestKit;
using FaceH5Portal.Web.Tests.Host;
using Microsoft.Extensions.DependencyInjection;

namespace FaceH5Portal.Web.Tests.Telling;

/// <summary>The running program tells by itself.</summary>
public sealed class WebhookWorkerTests : IAsyncLifetime
{
    // Catches what hangs, on however slow a machine.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private static readonly Actor Administrator = Actor.InRole("test-administrator", "Administrator", Role.Administrator);

    private readonly PortalHost portal = PortalHost.With(new Dictionary<string, string?>());
    private WebhookReceiver receiver = null!;

    public async Task InitializeAsync() => receiver = await WebhookReceiver.StartAsync();

    public async Task DisposeAsync()
    {
        await portal.DisposeAsync();
        await receiver.DisposeAsync();
    }

    [Fact]
    public async Task A_session_is_told_of_as_soon_as_it_is_made_beside_a_receiver_that_hangs()
    {
        await AddAsync(receiver.Address);
        await using var silent = await WebhookReceiver.StartAsync();
        silent.Answer = (_, context, ct) => WebhookReceiver.HangAsync(context, ct);
        await AddAsync(silent.Address);
        var told = new TaskCompletionSource<ReceivedWebhook>(TaskCreationOptions.RunContinuationsAsynchronously);
        receiver.Answer = (webhook, context, ct) =>
        {
            told.TrySetResult(webhook);
            return WebhookReceiver.TakeAsync(webhook, context, ct);
        };
        var session = await portal.CreateSessionAsync();
        var first = await told.Task.WaitAsync(Patience);
        Assert.Equal((session.Id, "session.created"), (first.Session!.Value, first.Type));
    }

    private async Task AddAsync(Uri receiverAddress) => Assert.True((await portal.Services.GetRequiredService<EndpointDesk>().CreateAsync(
        Administrator, new EndpointTerms { Url = receiverAddress.ToString() }, CancellationToken.None)).Ok);
}
