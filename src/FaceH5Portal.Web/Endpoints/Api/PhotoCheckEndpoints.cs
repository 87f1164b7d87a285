using FaceH5Portal.Core.Access;

namespace FaceH5Portal.Web.Endpoints.Api;

/// <summary>The addresses of photo checks, and what the API's document says of them.</summary>
internal static class PhotoCheckEndpoints
{
    private const string Tag = "Photo checks";

    public static void MapPhotoCheckApi(this WebApplication app)
    {
        app.MapPost(ApiRoutes.PhotoChecks, (HttpContext context, PhotoCheckApi api, CancellationToken cancellationToken) =>
                api.CreateAsync(context, context.Actor(), cancellationToken))
            .Named("createPhotoCheck", "Check a photo", $"Needs {Permission.CheckPhotos}. Costs money: a refusal (4xx) was sent to nobody and cost nothing; 201 tells how it ended, which may take as long as the vendor does. The same Idempotency-Key with the same body gets the same check again for 24 hours and asks nobody.", Tag)
            .Accepts<CreatePhotoCheckBody>("application/json").Produces<PhotoCheckAnswer>(201).Refuses(400, 403, 404, 409, 410, 413, 415, 422, 503)
            .TakesHeader(IdempotencyHeader.Name, IdempotencyHeader.Meaning);
        app.MapGet(ApiRoutes.PhotoCheckPattern, (HttpContext context, Guid id, PhotoCheckApi api, CancellationToken cancellationToken) =>
                api.GetAsync(context.Actor(), id, cancellationToken))
            .Named("getPhotoCheck", "Get a photo check", "The person is masked, whatever the key may see.", Tag)
            .Produces<PhotoCheckAnswer>().Refuses(403, 404, 503);
    }
}
