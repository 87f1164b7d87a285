using FaceH5Portal.Core.Harvesting;
using FaceH5Portal.Core.Overview;

namespace FaceH5Portal.Web.Pages.Operator;

/// <summary>Finds a record by what the vendor or the caller calls it.</summary>
public partial class RecordsPage(RecordFinder finder, HarvestDesk desk)
{
    private readonly CancellationTokenSource closing = new();
    private string word = "";
    private IReadOnlyList<FoundRecord>? records;
    private bool asked;

    public void Dispose()
    {
        closing.Cancel();
        closing.Dispose();
        GC.SuppressFinalize(this);
    }

    private async Task FindAsync()
    {
        asked = false;
        records = Take(await finder.FindAsync(await ActorAsync(), word, closing.Token));
    }

    private async Task AskAsync(FoundRecord record)
    {
        var answer = await desk.RetryAsync(await ActorAsync(), record.Found.Session.Id, closing.Token);
        (asked, Errors) = (answer.Ok, answer.Errors);
    }
}
