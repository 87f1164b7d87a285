using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Sessions.Journey;

namespace FaceH5Portal.TestKit;

/// <summary>Somebody who has read the notice and agrees.</summary>
public static class Agreement
{
    public static Consent OfAnAdult { get; } = new("test", "The words of the notice.", "en", "127.0.0.1") { Born = new DateOnly(1990, 3, 7) };

    public static async Task<Result<Uri>> AgreeAndStartAsync(this EndUserJourney journey, Guid session)
    {
        var agreed = await journey.AgreeAsync(session, OfAnAdult, CancellationToken.None);
        return agreed.Ok ? await journey.StartAsync(session, CancellationToken.None) : agreed.Errors.ToList();
    }
}
