using FaceH5Portal.Web.Pages.EndUser.Slices;

namespace FaceH5Portal.Web.Pages.EndUser.Steps;

/// <summary>Until the vendor's server has answered: live where script runs, renewed every few seconds where it does not.</summary>
internal sealed class WaitStep : IStep
{
    public Task<PersonAnswer> ShowAsync(Visit visit) =>
        Task.FromResult(visit.Show(WaitPart.Create(visit)) with { Renewal = new Renewal(3, OnlyWithoutScript: true) });
}
