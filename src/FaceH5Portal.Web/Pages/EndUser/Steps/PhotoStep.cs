using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Sessions.Journey;
using FaceH5Portal.Web.Pages.EndUser.Slices;

namespace FaceH5Portal.Web.Pages.EndUser.Steps;

/// <summary>The photo to compare with, where nobody gave one when the session was made.</summary>
internal sealed class PhotoStep(PersonDesk desk) : IFormStep
{
    public const string Name = "photo";
    public const string Field = "Photo";

    public string Form => Name;

    public Task<PersonAnswer> ShowAsync(Visit visit) => Task.FromResult(visit.Show(PhotoForm.Create(visit)));

    public async Task<Result<string>> DoAsync(Visit visit)
    {
        if (visit.Form!.Files.GetFile(Field) is not { Length: > 0 } file)
            return new PortalError("photo-missing", Field);
        using var memory = new MemoryStream();
        await file.CopyToAsync(memory, visit.Page.Http.RequestAborted);
        return Onward.From(await desk.GivePhotoAsync(visit.View.SessionId, memory.ToArray(), visit.Page.Http.RequestAborted));
    }
}
