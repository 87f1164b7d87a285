using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Evidence;

namespace FaceH5Portal.Web.Endpoints.Api;

/// <summary>The API's addresses, and what its document says of them.</summary>
internal static class ApiEndpoints
{
    public static void MapSessionApi(this WebApplication app)
    {
        app.MapPost(ApiRoutes.Sessions, (HttpContext context, SessionApi api, CancellationToken cancellationToken) =>
                api.CreateAsync(context, context.Actor(), cancellationToken))
            .Named("createSession", "Create a session and get its link", "The same Idempotency-Key with the same body gets the same session again for 24 hours.")
            .Accepts<CreateSessionBody>("application/json").Produces<SessionAnswer>(201).Refuses(400, 403, 409, 413, 415, 422, 503)
            .TakesHeader(IdempotencyHeader.Name, "1 to 255 printable ASCII characters, such as a UUID. Another body under one key is refused.");
        app.MapGet(ApiRoutes.Sessions, (HttpContext context, SessionApi api, CancellationToken cancellationToken) =>
                api.ListAsync(context, context.Actor(), cancellationToken))
            .Named("listSessions", "List sessions, newest first", "Sessions that are created meanwhile move nothing: no session is left out or told twice.")
            .Produces<SessionList>().Refuses(400, 403).TakesFilters();
        app.MapGet(ApiRoutes.SessionPattern, (HttpContext context, Guid id, SessionApi api, CancellationToken cancellationToken) =>
                api.GetAsync(context.Actor(), id, cancellationToken))
            .Named("getSession", "Get a session", "With the permission SeePersonalData the subject is not masked, and each look is recorded.")
            .Produces<SessionAnswer>().Refuses(403, 404, 503);
        app.MapPost(ApiRoutes.CancelPattern, (HttpContext context, Guid id, SessionApi api, CancellationToken cancellationToken) =>
                api.CancelAsync(context.Actor(), id, cancellationToken))
            .Named("cancelSession", "Cancel a session", "Takes no body. Cancelling again changes nothing and answers the same.")
            .Produces<SessionAnswer>().Refuses(403, 404, 409, 503);
        app.MapGet(ApiRoutes.EvidencePattern, (HttpContext context, Guid id, string kind, string? sha256, EvidenceApi api, CancellationToken cancellationToken) =>
                api.GetAsync(context.Actor(), id, kind, sha256, cancellationToken))
            .Named("getEvidence", "Download evidence", $"The newest of its kind ({string.Join(", ", EvidenceApi.Kinds)}), or the one with this hash. Pictures need {Permission.SeeImages}, an {nameof(EvidenceKind.Answer).ToLowerInvariant()} {Permission.SeePersonalData}. Each look is recorded.")
            .Produces<Stream>(200, "application/octet-stream").Refuses(403, 404, 410, 503);
    }
}
