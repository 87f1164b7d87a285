using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Alarming;
using FaceH5Portal.Core.Data;

namespace FaceH5Portal.Web.Pages.Operator.Alarms;

/// <summary>What is wrong now, what was, and what is watched.</summary>
public partial class AlarmsPage(AlarmQueries queries, AlarmDesk desk)
{
    private AlarmBoard? board;
    private AlarmRuleView? chosen;
    private bool mayHandle;
    private bool mayChange;

    protected override bool Shows(PortalChange change) => change.Topic is AlarmJournal.Topic or AlarmDesk.RuleTopic;

    protected override async Task LoadAsync(CancellationToken cancellationToken)
    {
        var actor = await ActorAsync();
        (mayHandle, mayChange) = (actor.May(Permission.HandleAlarms), actor.May(Permission.ManageSettings));
        var found = await queries.BoardAsync(actor, cancellationToken);
        // What was refused stays to be read when something else changes.
        board = found.Ok ? found.Value : Take(found);
    }

    private async Task AcknowledgeAsync(Guid id)
    {
        Take(await desk.AcknowledgeAsync(await ActorAsync(), id, Closing));
        await LoadAsync(Closing);
    }

    private async Task SnoozeAsync((Guid Id, int Hours) wanted)
    {
        Take(await desk.SnoozeAsync(await ActorAsync(), wanted.Id, wanted.Hours, Closing));
        await LoadAsync(Closing);
    }
}
