using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.People.Keys;
using Microsoft.AspNetCore.Components;

namespace FaceH5Portal.Web.Pages.Admin.Managing;

/// <summary>The keys of programs that call the integration API.</summary>
public partial class KeysPage(KeyDesk desk)
{
    private readonly HashSet<Permission> chosen = [Permission.SeeSessions, Permission.CreateSessions];
    private IReadOnlyList<IssuedKey>? keys;
    private MadeKey? made;
    private string name = "";
    private int days = 180;
    private int overlapDays = 7;

    [Inject]
    private PeopleClock Clock { get; set; } = null!;

    protected override bool Shows(PortalChange change) => change.Topic == KeyDesk.Topic;

    protected override async Task LoadAsync(CancellationToken cancellationToken)
    {
        var listed = await desk.ListAsync(await ActorAsync(), cancellationToken);
        // What was refused in the form stays to be read when somebody else changes something.
        keys = listed.Ok ? listed.Value : Take(listed);
    }

    private DateTime End => Clock.NowUtc.AddDays(Math.Clamp(days, -1, 10_000));

    private void Tick(Permission permission, ChangeEventArgs change)
    {
        if (change.Value is true)
            chosen.Add(permission);
        else
            chosen.Remove(permission);
    }

    private async Task MakeAsync()
    {
        made = Take(await desk.CreateAsync(await ActorAsync(), new NewKey(name.Trim(), [.. chosen], End), Closing));
        if (made is not null)
            name = "";
    }

    private async Task RotateAsync(IssuedKey key) => made = Take(await desk.RotateAsync(
        await ActorAsync(), key.Id, Clock.NowUtc.AddDays(Math.Clamp(overlapDays, 0, 90)), End, Closing));

    private async Task RevokeAsync(IssuedKey key) => Take(await desk.RevokeAsync(await ActorAsync(), key.Id, Closing));
}
