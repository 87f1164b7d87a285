using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Sessions.Journey;
using FaceH5Portal.Web.Pages.EndUser.Slices;

namespace FaceH5Portal.Web.Pages.EndUser.Steps;

/// <summary>The way out for whoever takes their consent back.</summary>
internal sealed class WithdrawStep(WayOut way) : IFormStep
{
    public const string Name = "withdraw";

    public string Form => Name;

    public Task<PersonAnswer> ShowAsync(Visit visit) =>
        Task.FromResult(new PersonAnswer(visit.Page, visit.Page.Texts["EndUser.Withdraw.Title"], WithdrawForm.Create(visit)));

    public async Task<Result<string>> DoAsync(Visit visit) => Onward.From(await way.WithdrawAsync(visit.View.SessionId, visit.Page.Http.RequestAborted));
}
