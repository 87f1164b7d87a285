using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Webhooks.Delivering;
using FaceH5Portal.Core.Webhooks.Endpoints;
using FaceH5Portal.Core.Webhooks.Outbox;
using FaceH5Portal.Web.Display;
using Microsoft.AspNetCore.Components;

namespace FaceH5Portal.Web.Pages.Admin.Telling;

/// <summary>What was sent to one endpoint, what it answered, and what still waits.</summary>
public partial class WebhookPage(DeliveryQueries queries, DeliveryDesk desk, TimeProvider clock, NavigationManager navigation)
{
    private static readonly IReadOnlyList<string> EveryType = [.. WebhookTypes.All, WebhookTypes.Test];

    private DeliveryAddress address = new(Guid.Empty);
    private EndpointView? endpoint;
    private DeliveryPart? page;
    private DeliveryDetail? detail;
    private int sinceHours = 24;
    private int? resent;

    [Parameter]
    public Guid Id { get; set; }

    /// <summary>Read with all of the address; these two are named here so that the page is told when they change.</summary>
    [SupplyParameterFromQuery(Name = "before")]
    public string? Before { get; set; }

    [SupplyParameterFromQuery(Name = "open")]
    public string? Open { get; set; }

    private List<(int, string)> States => [(-1, L["List.All"]), .. Enum.GetValues<DeliveryState>().Select(state => ((int)state, L[WebhookDisplay.Of(state).TextKey].Value))];

    private List<(int, string)> Types => [(-1, L["List.All"]), .. EveryType.Select((type, index) => (index, L[$"WebhookType.{type}"].Value))];

    private int TypeNumber => EveryType.ToList().IndexOf(address.Type ?? "");

    protected override bool Shows(PortalChange change) => change.Topic == WebhookBook.Topic && change.Id == Id;

    protected override async Task LoadAsync(CancellationToken cancellationToken)
    {
        address = DeliveryAddress.Read(Id, new Uri(navigation.Uri).Query);
        var actor = await ActorAsync();
        endpoint = Take(await queries.ListAsync(actor, cancellationToken))?.FirstOrDefault(known => known.Id == Id);
        if (endpoint is null)
        {
            Errors = Errors.Count > 0 ? Errors : [new PortalError(PortalError.NotFound)];
            return;
        }
        page = Take(await queries.PageAsync(actor, Id, address.Filter, address.Before, cancellationToken));
        detail = address.Open is { } open ? Take(await queries.GetAsync(actor, open, cancellationToken)) : null;
    }

    private async Task ResendAsync(long sequence) => Take(await desk.ResendAsync(await ActorAsync(), sequence, Closing));

    private async Task ResendSinceAsync()
    {
        var sent = await desk.ResendSinceAsync(await ActorAsync(), Id, clock.GetUtcNow().UtcDateTime.AddHours(-Math.Clamp(sinceHours, 1, 720)), Closing);
        Take(sent);
        resent = sent.Ok ? sent.Value : null;
    }

    private void Go(DeliveryAddress wanted) => navigation.NavigateTo((wanted with { Before = null, Open = null }).ToString());

    private static Guid? SessionOf(ChangeEventArgs change) => Guid.TryParse(change.Value?.ToString(), out var session) ? session : null;

    /// <summary>When it was over, or when it is tried next.</summary>
    private string When(WebhookDelivery delivery) => delivery switch
    {
        { EndedAtUtc: { } ended } => Times.Text(ended),
        { DueUtc: { } due } => L["Webhooks.Next", Times.Text(due)],
        _ => L["Webhooks.Behind"],
    };
}
