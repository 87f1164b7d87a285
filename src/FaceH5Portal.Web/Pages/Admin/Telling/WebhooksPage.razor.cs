using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Webhooks.Delivering;
using FaceH5Portal.Core.Webhooks.Endpoints;

namespace FaceH5Portal.Web.Pages.Admin.Telling;

/// <summary>Where business systems hear of sessions.</summary>
public partial class WebhooksPage(EndpointDesk desk, DeliveryDesk deliveries, DeliveryQueries queries)
{
    private IReadOnlyList<EndpointView>? endpoints;
    private EndpointForm form = new();
    private MadeEndpoint? made;
    private int overlapHours = 24;

    protected override bool Shows(PortalChange change) => change.Topic == WebhookBook.Topic;

    protected override async Task LoadAsync(CancellationToken cancellationToken)
    {
        var listed = await queries.ListAsync(await ActorAsync(), cancellationToken);
        // What was refused in the form stays to be read when somebody else changes something.
        endpoints = listed.Ok ? listed.Value : Take(listed);
    }

    private async Task SaveAsync()
    {
        var actor = await ActorAsync();
        if (form.Id is { } id)
            Take(await desk.ChangeAsync(actor, id, form.Terms, Closing));
        else
            made = Take(await desk.CreateAsync(actor, form.Terms, Closing));
        if (Errors.Count == 0)
            form = new();
    }

    private async Task RotateAsync(EndpointView endpoint) =>
        made = Take(await desk.RotateAsync(await ActorAsync(), endpoint.Id, TimeSpan.FromHours(Math.Clamp(overlapHours, -1, 10_000)), Closing));

    private async Task TestAsync(EndpointView endpoint) => Take(await deliveries.TestAsync(await ActorAsync(), endpoint.Id, Closing));

    private async Task SwitchAsync(EndpointView endpoint)
    {
        var actor = await ActorAsync();
        Take(endpoint.IsEnabled ? await desk.DisableAsync(actor, endpoint.Id, Closing) : await desk.EnableAsync(actor, endpoint.Id, Closing));
    }
}
