using FaceH5Portal.Core.Privacy.Revealing;
using FaceH5Portal.Web.Display;
using FaceH5Portal.Web.Hosting;
using FaceH5Portal.Web.Pages.EndUser.Slices;
using FaceH5Portal.Web.Security;

namespace FaceH5Portal.Web.Pages.EndUser.Steps;

/// <summary>How it ended, who looked at the person's data, and the ways on from here.</summary>
internal sealed class DoneStep(PortalSettings settings, ReturnHints hints, PersonLooks looks) : IStep
{
    public async Task<PersonAnswer> ShowAsync(Visit visit)
    {
        var (page, view) = (visit.Page, visit.View);
        return visit.Show(DonePart.Create(new DoneModel(visit)
        {
            Support = ConsentNotice.SupportOf(page.Texts, settings),
            Back = await hints.ForAsync(view, page.Http.RequestAborted),
            Looks = await looks.OfAsync(view.SessionId, page.Http.RequestAborted),
            Times = page.Http.RequestServices.GetRequiredService<ViewerTime>(),
        }));
    }
}

/// <summary>What the last page of a session shows.</summary>
public sealed record DoneModel(Visit Visit) : IPartOfPage
{
    public required string Support { get; init; }

    /// <summary>Back to the caller; null where they want nobody back.</summary>
    public required Uri? Back { get; init; }

    public required IReadOnlyList<PersonLook> Looks { get; init; }

    public required ViewerTime Times { get; init; }

    public PersonPage Page => Visit.Page;

    public Moment At(DateTime utc) => new(utc, Times.Text(utc));
}

/// <summary>A time, and how the portal shows it.</summary>
public sealed record Moment(DateTime Utc, string Text);
