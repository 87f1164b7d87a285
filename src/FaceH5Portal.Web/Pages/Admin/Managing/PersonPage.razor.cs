using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.People;
using FaceH5Portal.Web.Display;
using FaceH5Portal.Web.Hosting;
using Microsoft.AspNetCore.Components;

namespace FaceH5Portal.Web.Pages.Admin.Managing;

/// <summary>Where a permission of somebody comes from.</summary>
public enum PersonRight
{
    ByRole,
    Granted,
    Withheld,
}

/// <summary>One person: what they may, and whether they are let in.</summary>
public partial class PersonPage(PeopleQueries queries, PeopleDesk desk, PortalSettings settings)
{
    private readonly Dictionary<Permission, PersonRight> single = [];
    private PersonView? person;
    private IReadOnlyList<Role> roles = [];
    private string name = "";
    private Uri? link;

    [Parameter]
    public Guid Id { get; set; }

    protected override bool Shows(PortalChange change) => change.Topic == PeopleWrites.Topic;

    protected override async Task LoadAsync(CancellationToken cancellationToken)
    {
        var found = await queries.GetAsync(await ActorAsync(), Id, cancellationToken);
        var loaded = found.Ok ? found.Value : Take(found);
        if (loaded is not null && loaded.Account.Version != person?.Account.Version)
            Edit(loaded.Account);
        person = loaded;
    }

    private void Edit(Account account)
    {
        (name, roles) = (account.Name, account.Roles);
        single.Clear();
        foreach (var permission in account.Granted)
            single[permission] = PersonRight.Granted;
        foreach (var permission in account.Withheld)
            single[permission] = PersonRight.Withheld;
    }

    private PersonRight RightOf(Permission permission) => single.GetValueOrDefault(permission);

    private void Set(Permission permission, ChangeEventArgs change) =>
        single[permission] = Enum.TryParse<PersonRight>(change.Value?.ToString(), out var right) ? right : PersonRight.ByRole;

    private async Task SaveAsync()
    {
        var terms = new PersonTerms
        {
            Name = name,
            Roles = roles,
            Granted = [.. single.Where(one => one.Value == PersonRight.Granted).Select(one => one.Key)],
            Withheld = [.. single.Where(one => one.Value == PersonRight.Withheld).Select(one => one.Key)],
        };
        await ActAsync(await desk.ChangeAsync(await ActorAsync(), Id, person!.Account.Version, terms, CancellationToken.None));
    }

    private async Task SwitchAsync(bool active) => await ActAsync(await desk.SwitchAsync(await ActorAsync(), Id, active, CancellationToken.None));

    private async Task SignOutAsync() => await ActAsync(await desk.SignOutAsync(await ActorAsync(), Id, CancellationToken.None));

    private async Task ResetAsync()
    {
        var reset = await desk.ResetAsync(await ActorAsync(), Id, CancellationToken.None);
        link = reset.Ok ? new Uri(settings.PublicBaseUrl, PortalRoutes.Welcome(reset.Value.Code)) : null;
        await ActAsync(reset);
    }

    private async Task ActAsync<T>(Result<T> done)
    {
        Errors = done.Errors;
        if (done.Ok)
            await LoadAsync(Closing);
    }
}
