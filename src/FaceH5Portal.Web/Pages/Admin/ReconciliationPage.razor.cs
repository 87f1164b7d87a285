using FaceH5Portal.Core.Billing.Disputing;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Ledger.Reconciling;
using FaceH5Portal.Core.Sessions;
using FaceH5Portal.Web.Display;

namespace FaceH5Portal.Web.Pages.Admin;

public partial class ReconciliationPage(DiscrepancyQueries queries)
{
    private const int PageLength = 25;

    private DiscrepancyPage? page;
    private DiscrepancyPlace? place;
    private ReconciliationState? state;

    private List<(int, string)> Kinds => [(-1, Text(L["List.All"], page!.Counts.Values.Sum())),
        .. Enum.GetValues<ReconciliationState>().Where(kind => kind < ReconciliationState.Open)
            .Select(kind => ((int)kind, Text(L[ReconciliationDisplay.Of(kind).TextKey], page!.Counts.GetValueOrDefault(kind))))];

    protected override bool Shows(PortalChange change) => change.Topic is SessionJournal.Topic or DisputeDesk.Topic;

    protected override async Task LoadAsync(CancellationToken cancellationToken) =>
        page = Take(await queries.PageAsync(await ActorAsync(), state, place, PageLength, cancellationToken));

    private static string Text(string word, int count) => $"{word} ({FigureText.Count(count)})";

    private Task ChooseAsync(int kind)
    {
        state = kind < 0 ? null : (ReconciliationState)kind;
        return ShowAsync(null);
    }

    private Task ShowAsync(DiscrepancyPlace? after)
    {
        place = after;
        return LoadAsync(Closing);
    }
}
