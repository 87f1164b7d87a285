using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Evidence.Looking;
using FaceH5Portal.Core.PhotoChecks;
using FaceH5Portal.Core.PhotoChecks.Finding;
using FaceH5Portal.Core.Privacy.Revealing;
using FaceH5Portal.Core.Sessions;
using FaceH5Portal.Web.Display;
using Microsoft.AspNetCore.Components;

namespace FaceH5Portal.Web.Pages.Operator.PhotoChecking;

public partial class CheckPage(PhotoCheckQueries queries, CheckReveal reveal)
{
    private Actor actor = Actor.Anonymous;
    private PhotoCheckDetail? detail;
    private SubjectView? clear;

    [Parameter]
    public Guid Id { get; set; }

    private string Person => (clear ?? detail!.Subject) is { } person ? $"{person.Name} {person.Number}" : L["Session.Erased"];

    protected override bool Shows(PortalChange change) =>
        detail is not null && change == new PortalChange(PhotoCheckService.Topic, detail.Check.GroupId);

    /// <summary>A change masks the person again: whoever looks once more says why once more.</summary>
    protected override async Task LoadAsync(CancellationToken cancellationToken)
    {
        actor = await ActorAsync();
        clear = null;
        detail = Take(await queries.GetAsync(actor, Id, cancellationToken));
    }

    // The audit shows its last days alone where no day is said.
    private AuditAddress AuditOf(PhotoCheck check) => new()
    {
        Target = $"photo-check/{check.Id}",
        From = DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(check.CreatedAtUtc, Times.Zone)),
    };

    private async Task RevealAsync(RevealReason why) => clear = Take(await reveal.IdentityAsync(actor, Id, why, Closing));
}
