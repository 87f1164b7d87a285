using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Privacy.Requesting;

namespace FaceH5Portal.Web.Pages.Admin.Protecting;

public partial class RequestPanel(RequestDesk desk)
{
    private IReadOnlyList<RequestRow>? rows;
    private SubjectRequest? opened;
    private RequestWords? words;
    private bool mayManage;
    private SubjectRequestKind kind;
    private string session = "";
    private string asked = "";
    private string answer = "";

    private List<(SubjectRequestKind, string)> Kinds => [.. Enum.GetValues<SubjectRequestKind>().Select(one => (one, L[$"RequestKind.{one}"].Value))];

    protected override bool Shows(PortalChange change) => change.Topic == RequestDesk.Topic;

    protected override async Task LoadAsync(CancellationToken cancellationToken)
    {
        var actor = await ActorAsync();
        mayManage = actor.May(Permission.ManagePrivacy);
        var listed = await desk.ListAsync(actor, cancellationToken);
        // What was refused in the form stays to be read when something changes elsewhere.
        rows = listed.Ok ? listed.Value : Take(listed);
    }

    private async Task OpenAsync(SubjectRequest request)
    {
        words = Take(await desk.ReadAsync(await ActorAsync(), request.Id, Closing));
        (opened, answer) = (request, "");
    }

    private async Task ReceiveAsync()
    {
        // Whoever mistypes the number is told the same as whoever makes one up.
        var id = Guid.TryParse(session.Trim(), out var known) ? known : Guid.Empty;
        var received = await desk.ReceiveAsync(await ActorAsync(), id, kind, asked, Closing);
        Errors = received.Errors;
        if (received.Ok)
            (session, asked) = ("", "");
    }

    private async Task SettleAsync(bool fulfilled)
    {
        var settled = await desk.SettleAsync(await ActorAsync(), opened!.Id, fulfilled, answer, Closing);
        Errors = settled.Errors;
        if (settled.Ok)
            (opened, words) = (null, null);
    }

    private string DueText(RequestRow row) => row.Request.State != SubjectRequestState.Open ? ""
        : row.WorkingDaysLeft >= 0 ? L["Requests.Left", row.WorkingDaysLeft] : L["Requests.Late", -row.WorkingDaysLeft];
}
