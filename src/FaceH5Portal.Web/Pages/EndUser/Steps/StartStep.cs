using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Sessions.Journey;
using FaceH5Portal.Web.Pages.EndUser.Slices;

namespace FaceH5Portal.Web.Pages.EndUser.Steps;

/// <summary>Off to the vendor's page, for the first time or again.</summary>
internal sealed class StartStep(EndUserJourney journey) : IFormStep
{
    public const string Name = "start";

    public string Form => Name;

    public Task<PersonAnswer> ShowAsync(Visit visit) => Task.FromResult(visit.Show(StartForm.Create(visit)));

    public Task<Result<string>> DoAsync(Visit visit) => StartAsync(journey, visit);

    /// <summary>Once begun it is not given up with the browser's connection: a token may be in the making.</summary>
    public static async Task<Result<string>> StartAsync(EndUserJourney journey, Visit visit) =>
        Onward.From(await journey.StartAsync(visit.View.SessionId, CancellationToken.None));
}
