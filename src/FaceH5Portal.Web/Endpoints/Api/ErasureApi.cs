using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Sessions;

namespace FaceH5Portal.Web.Endpoints.Api;

/// <summary>Lets a program forget the person of a session; the same call again gets the same answer.</summary>
internal sealed class ErasureApi(PersonErasure erasure, ShownSessions shown, IdempotencyKeys once, IdempotencyHeader header)
{
    public async Task<IResult> EraseAsync(HttpContext context, Actor actor, Guid id, CancellationToken cancellationToken)
    {
        // The answer shows the session, so that it may be seen is a condition.
        if ((actor.Lacks(Permission.EraseSubjects) ?? actor.Lacks(Permission.SeeSessions)) is { } denied)
            return new ProblemAnswer(denied);
        var asked = await header.ReadAsync(context.Request, actor, $"POST {ApiRoutes.Erase(id)}", cancellationToken);
        if (!asked.Ok)
            return new ProblemAnswer(asked.Errors);
        var body = EraseSessionBody.Read(asked.Value.Body);
        if (!body.Ok)
            return new ProblemAnswer(body.Errors);
        var call = asked.Value.Call;
        var erased = await once.OnceAsync(
            call, () => erasure.EraseAsync(actor, id, body.Value.Reason, call, cancellationToken), cancellationToken);
        if (!erased.Ok)
            return new ProblemAnswer(erased.Errors);
        var answer = await shown.GetAsync(actor, erased.Value, cancellationToken);
        return answer.Ok ? Results.Json(answer.Value, ApiJson.Options) : new ProblemAnswer(answer.Errors);
    }
}
