using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Web.Security;
using Microsoft.AspNetCore.Components;

namespace FaceH5Portal.Web.Pages.Shared;

/// <summary>A page that asks services in the name of whoever looks at it, and shows what they refuse.</summary>
public abstract class ActorPage : ComponentBase
{
    [Inject]
    private CurrentActor Current { get; set; } = null!;

    protected IReadOnlyList<PortalError> Errors { get; set; } = [];

    protected Task<Actor> ActorAsync() => Current.GetAsync();

    protected bool Has(string field) => Errors.Any(error => error.Field == field);

    /// <summary>The value, or the default with the errors shown.</summary>
    protected T? Take<T>(Result<T> result)
    {
        Errors = result.Errors;
        return result.Ok ? result.Value : default;
    }
}
