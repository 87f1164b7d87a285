using FaceH5Portal.Core.Webhooks.Delivering;
using FaceH5Portal.Core.Webhooks.Endpoints;
using FaceH5Portal.Core.Webhooks.Outbox;

namespace FaceH5Portal.Web.Pages.Admin.Telling;

/// <summary>What stands in the form of an endpoint, new or known.</summary>
public sealed class EndpointForm
{
    public Guid? Id { get; private init; }

    public string Url { get; set; } = "";

    public string Description { get; set; } = "";

    public HashSet<string> Types { get; private init; } = [.. WebhookTypes.All];

    public int AtOnce { get; set; } = EndpointRules.UsualAtOnce;

    public EndpointTerms Terms => new()
    {
        Url = Url.Trim(),
        Description = Description,
        Types = [.. WebhookTypes.All.Where(Types.Contains)],
        AtOnce = AtOnce,
    };

    public static EndpointForm Of(EndpointView endpoint) => new()
    {
        Id = endpoint.Id,
        Url = endpoint.Url,
        Description = endpoint.Description,
        Types = [.. endpoint.Types],
        AtOnce = endpoint.AtOnce,
    };

    public void Tick(string type, bool wanted)
    {
        if (wanted)
            Types.Add(type);
        else
            Types.Remove(type);
    }
}
