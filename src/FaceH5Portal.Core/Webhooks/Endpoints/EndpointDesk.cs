using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Auditing;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Webhooks.Delivering;
using FaceH5Portal.Vendors.Webhooks;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.Webhooks.Endpoints;

/// <summary>Makes and changes endpoints. None is ever deleted, so that what was sent to it can still be read.</summary>
public sealed class EndpointDesk(
    PortalStore store, AuditTrail audit, StepUp stepUp, WebhookReach reach, WebhookSeal seal, WebhookBook book, TimeProvider clock, Entropy entropy)
{
    private DateTime NowUtc => clock.GetUtcNow().UtcDateTime;

    public async Task<Result<MadeEndpoint>> CreateAsync(Actor actor, EndpointTerms wanted, CancellationToken cancellationToken)
    {
        if (stepUp.Lacks(actor, Permission.ManageWebhooks) is { } denied)
            return denied;
        if (EndpointRules.Check(wanted, reach) is { Count: > 0 } wrong)
            return wrong;
        return await store.WriteAsync<MadeEndpoint>(async write =>
        {
            if (await write.Set<WebhookEndpoint>().CountAsync(cancellationToken) >= EndpointRules.MostEndpoints)
                return new PortalError("webhook-too-many", null, EndpointRules.MostEndpoints);
            var id = entropy.NewId(clock);
            var (sealedSecret, secret) = seal.NewSecret(id);
            var made = new WebhookEndpoint
            {
                Id = id,
                Url = wanted.Url,
                Description = wanted.Description.Trim(),
                Types = wanted.Types,
                AtOnce = wanted.AtOnce,
                SealedSecret = sealedSecret,
                CreatedAtUtc = NowUtc,
            };
            write.Set<WebhookEndpoint>().Add(made);
            Record(write, actor, AuditAction.WebhookCreated, made);
            return new MadeEndpoint(id, secret.Reveal());
        }, cancellationToken);
    }

    public Task<Result<Guid>> ChangeAsync(Actor actor, Guid id, EndpointTerms wanted, CancellationToken cancellationToken)
    {
        if (stepUp.Lacks(actor, Permission.ManageWebhooks) is { } denied)
            return Task.FromResult<Result<Guid>>(denied);
        if (EndpointRules.Check(wanted, reach) is { Count: > 0 } wrong)
            return Task.FromResult<Result<Guid>>(wrong);
        return ChangeAsync<Guid>(id, (write, endpoint) =>
        {
            (endpoint.Url, endpoint.Description, endpoint.Types, endpoint.AtOnce) = (wanted.Url, wanted.Description.Trim(), wanted.Types, wanted.AtOnce);
            Record(write, actor, AuditAction.WebhookChanged, endpoint);
            return Task.FromResult<Result<Guid>>(id);
        }, cancellationToken);
    }

    /// <summary>A new secret; the old one signs beside it for as long as its receiver needs to be moved.</summary>
    public Task<Result<MadeEndpoint>> RotateAsync(Actor actor, Guid id, TimeSpan overlap, CancellationToken cancellationToken)
    {
        if (stepUp.Lacks(actor, Permission.ManageWebhooks) is { } denied)
            return Task.FromResult<Result<MadeEndpoint>>(denied);
        if (overlap < TimeSpan.Zero || overlap > EndpointRules.LongestOverlap)
            return Task.FromResult<Result<MadeEndpoint>>(new PortalError("webhook-overlap-invalid", "Overlap", (int)EndpointRules.LongestOverlap.TotalHours));
        return ChangeAsync<MadeEndpoint>(id, (write, endpoint) =>
        {
            endpoint.SealedOldSecret = overlap > TimeSpan.Zero ? endpoint.SealedSecret : null;
            endpoint.OldSecretUntilUtc = overlap > TimeSpan.Zero ? NowUtc + overlap : null;
            (endpoint.SealedSecret, var secret) = seal.NewSecret(id);
            Record(write, actor, AuditAction.WebhookSecretReplaced, endpoint);
            return Task.FromResult<Result<MadeEndpoint>>(new MadeEndpoint(id, secret.Reveal()));
        }, cancellationToken);
    }

    public Task<Result<Guid>> EnableAsync(Actor actor, Guid id, CancellationToken cancellationToken)
    {
        if (stepUp.Lacks(actor, Permission.ManageWebhooks) is { } denied)
            return Task.FromResult<Result<Guid>>(denied);
        return ChangeAsync<Guid>(id, (write, endpoint) =>
        {
            if (!endpoint.IsEnabled)
            {
                endpoint.Enable();
                Record(write, actor, AuditAction.WebhookEnabled, endpoint);
            }
            return Task.FromResult<Result<Guid>>(id);
        }, cancellationToken);
    }

    public Task<Result<Guid>> DisableAsync(Actor actor, Guid id, CancellationToken cancellationToken)
    {
        if (actor.Lacks(Permission.ManageWebhooks) is { } denied)
            return Task.FromResult<Result<Guid>>(denied);
        return ChangeAsync<Guid>(id, async (write, endpoint) =>
        {
            if (!endpoint.IsEnabled)
                return id;
            endpoint.Disable(DisabledReason.ByHand, NowUtc);
            await DeliveryQueue.GiveUpAsync(write, id, NowUtc, cancellationToken);
            Record(write, actor, AuditAction.WebhookDisabled, endpoint);
            return id;
        }, cancellationToken);
    }

    private Task<Result<T>> ChangeAsync<T>(Guid id, Func<PortalWrite, WebhookEndpoint, Task<Result<T>>> change, CancellationToken cancellationToken) =>
        store.WriteAsync<T>(async write => await write.Set<WebhookEndpoint>().SingleOrDefaultAsync(endpoint => endpoint.Id == id, cancellationToken) is { } endpoint
            ? await change(write, endpoint) : new PortalError(PortalError.NotFound), cancellationToken);

    private void Record(PortalWrite write, Actor actor, AuditAction action, WebhookEndpoint endpoint)
    {
        // The host alone: the rest of an address may hold what grants something.
        audit.Record(write, actor, action, $"webhook/{endpoint.Id}", new Uri(endpoint.Url).Host);
        write.AfterCommit(() => book.Put(endpoint));
        write.Announce(new PortalChange(WebhookBook.Topic, endpoint.Id));
    }
}
