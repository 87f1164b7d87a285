using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.PhotoChecks;
using FaceH5Portal.Core.PhotoChecks.Finding;
using FaceH5Portal.Core.Subjects;
using FaceH5Portal.Web.Display;
using FaceH5Portal.Web.Security;
using Microsoft.AspNetCore.Components;

namespace FaceH5Portal.Web.Pages.Operator.PhotoChecking;

/// <summary>The photo checks, newest first; what changes while it is looked at is seen.</summary>
public partial class PhotoChecksPage(PhotoCheckQueries queries, SoughtPeople people, NavigationManager navigation)
{
    private Actor actor = Actor.Anonymous;
    private PhotoCheckAddress address = new();
    private SoughtPerson? sought;
    private bool isForgotten;
    private PhotoCheckPage? page;

    /// <summary>Read with all of the address; named here so that the page is told when that changes.</summary>
    [SupplyParameterFromQuery(Name = "at")]
    public string? At { get; set; }

    protected override bool Shows(PortalChange change) => change.Topic == PhotoCheckService.Topic;

    protected override async Task LoadAsync(CancellationToken cancellationToken)
    {
        actor = await ActorAsync();
        address = PhotoCheckAddress.Read(new Uri(navigation.Uri).Query);
        sought = address.Who is { } word ? people.Find(word) : null;
        isForgotten = address.Who is not null && sought is null;
        page = isForgotten ? null : Take(await queries.FindAsync(actor, address.Filter(Times.Zone, sought), cancellationToken));
    }

    private void Find((PhotoCheckAddress Address, SoughtPerson? Person) wanted) => navigation.NavigateTo(
        (wanted.Address with { Place = null, Who = wanted.Person is { } person ? people.Keep(person) : null }).ToString());
}
