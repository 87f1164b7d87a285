using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Sessions.Journey;
using FaceH5Portal.Core.Subjects;
using FaceH5Portal.Web.Pages.EndUser.Slices;

namespace FaceH5Portal.Web.Pages.EndUser.Steps;

/// <summary>Who the person is, where nobody said so when the session was made.</summary>
internal sealed class IdentityStep(PersonDesk desk) : IFormStep
{
    public const string Name = "identity";

    public string Form => Name;

    public Task<PersonAnswer> ShowAsync(Visit visit) => Task.FromResult(visit.Show(IdentityForm.Create(visit)));

    public async Task<Result<string>> DoAsync(Visit visit)
    {
        var type = Enum.TryParse<CertificateType>(visit.Typed("Type"), out var known) && Enum.IsDefined(known) ? known : CertificateType.ResidentIdCard;
        return Onward.From(await desk.GiveIdentityAsync(
            visit.View.SessionId, new Identity(visit.Typed("Name") ?? "", visit.Typed("Number") ?? "", type), BirthDate.Read(visit.Typed("Born")), visit.Page.Http.RequestAborted));
    }
}
