using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Privacy.Notices;

namespace FaceH5Portal.Web.Pages.Admin;

/// <summary>The words that people agree to: written as a draft, published, and kept.</summary>
public partial class NoticesPage(NoticeDesk desk)
{
    private IReadOnlyList<NoticeVersion>? versions;
    private bool mayManage;
    private int draftVersion;
    private string chinese = "";
    private string english = "";

    protected override bool Shows(PortalChange change) => change.Topic == NoticeDesk.Topic;

    protected override async Task LoadAsync(CancellationToken cancellationToken)
    {
        var actor = await ActorAsync();
        mayManage = actor.May(Permission.ManagePrivacy);
        var isFirst = versions is null;
        var listed = await desk.ListAsync(actor, cancellationToken);
        versions = listed.Ok ? listed.Value : Take(listed);
        // What is being typed stays when somebody else saves; saving it then says so.
        if (isFirst && versions is [var last, ..])
            (chinese, english, draftVersion) = (last.Chinese, last.English, last.PublishedAtUtc is null ? last.Version : 0);
    }

    private async Task DraftAsync() => await KeepAsync();

    private async Task PublishAsync()
    {
        if (await KeepAsync() is not { } number)
            return;
        var published = await desk.PublishAsync(await ActorAsync(), number, Closing);
        Errors = published.Errors;
        if (published.Ok)
            draftVersion = 0;
    }

    private async Task<int?> KeepAsync()
    {
        var kept = await desk.DraftAsync(await ActorAsync(), draftVersion, chinese, english, Closing);
        Errors = kept.Errors;
        if (!kept.Ok)
            return null;
        draftVersion++;
        return kept.Value;
    }

    private string Sentences(string field) => string.Join(' ', Errors.Where(error => error.Field == field).Select(Words.Of));
}
