using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Plans;
using FaceH5Portal.Core.Sessions;
using FaceH5Portal.Core.Sessions.Finding;

namespace FaceH5Portal.Web.Endpoints.Api;

/// <summary>What a program does with sessions; permissions are the services' to check.</summary>
internal sealed class SessionApi(
    SessionService sessions, PlanService plans, ShownSessions shown, SessionSearch search, IdempotencyKeys once,
    IdempotencyHeader header, ReturnUrls returnUrls)
{
    public async Task<IResult> CreateAsync(HttpContext context, Actor actor, CancellationToken cancellationToken)
    {
        // Said before the body is read. The answer shows the session, so that it may be seen is a condition.
        if ((actor.Lacks(Permission.CreateSessions) ?? actor.Lacks(Permission.SeeSessions)) is { } denied)
            return new ProblemAnswer(denied);
        var asked = await header.ReadAsync(context.Request, actor, $"POST {ApiRoutes.Sessions}", cancellationToken);
        if (!asked.Ok)
            return new ProblemAnswer(asked.Errors);
        var wanted = CreateSessionBody.Read(asked.Value.Body);
        if (!wanted.Ok)
            return new ProblemAnswer(wanted.Errors);
        var created = await once.OnceAsync(
            asked.Value.Call, () => AddAsync(actor, wanted.Value, asked.Value.Call, cancellationToken), cancellationToken);
        return created.Ok ? await ShowAsync(actor, created.Value, cancellationToken, isNew: true) : new ProblemAnswer(created.Errors);
    }

    public async Task<IResult> ListAsync(HttpContext context, Actor actor, CancellationToken cancellationToken)
    {
        var known = await plans.ListAsync(actor, cancellationToken);
        if (!known.Ok)
            return new ProblemAnswer(known.Errors);
        var filter = ListQuery.Read(context.Request.Query, known.Value);
        if (!filter.Ok)
            return new ProblemAnswer(filter.Errors);
        var found = await search.FindAsync(actor, filter.Value, cancellationToken);
        return found.Ok ? Results.Json(SessionAnswers.Of(found.Value), ApiJson.Options) : new ProblemAnswer(found.Errors);
    }

    public Task<IResult> GetAsync(Actor actor, Guid id, CancellationToken cancellationToken) => ShowAsync(actor, id, cancellationToken);

    /// <summary>Cancelling what is cancelled is the same answer again, with or without a key; another end is a conflict.</summary>
    public async Task<IResult> CancelAsync(Actor actor, Guid id, CancellationToken cancellationToken)
    {
        if (actor.Lacks(Permission.SeeSessions) is { } denied)
            return new ProblemAnswer(denied);
        var cancelled = await sessions.CancelAsync(actor, id, cancellationToken);
        if (!cancelled.Ok && cancelled.Errors[0].Code != "session-already-final")
            return new ProblemAnswer(cancelled.Errors);
        var answer = await shown.GetAsync(actor, id, cancellationToken);
        if (!answer.Ok)
            return new ProblemAnswer(answer.Errors);
        return answer.Value.Status == SessionStatus.Cancelled
            ? Results.Json(answer.Value, ApiJson.Options) : new ProblemAnswer(cancelled.Errors);
    }

    private async Task<Result<Guid>> AddAsync(
        Actor actor, CreateSessionBody body, RepeatableCall call, CancellationToken cancellationToken)
    {
        var known = await plans.ListAsync(actor, cancellationToken);
        if (!known.Ok)
            return known.Errors.ToList();
        var (plan, returnUrl) = (PlanNames.One(known.Value, body.Plan), returnUrls.Check(body.ReturnUrl));
        if (!plan.Ok || !returnUrl.Ok)
            return plan.Errors.Concat(returnUrl.Errors).ToList();
        var created = await sessions.CreateAsync(actor, new NewSession(plan.Value.Id)
        {
            Reference = body.Reference,
            Purpose = body.Purpose,
            Identity = body.ToIdentity(),
            AcceptCheckDigit = body.AcceptCheckDigit,
            MatchPhoto = body.MatchImage,
            ReturnUrl = returnUrl.Value,
            Call = call,
        }, cancellationToken);
        return created.Ok ? created.Value.Id : created.Errors.ToList();
    }

    private async Task<IResult> ShowAsync(Actor actor, Guid id, CancellationToken cancellationToken, bool isNew = false)
    {
        var answer = await shown.GetAsync(actor, id, cancellationToken);
        if (!answer.Ok)
            return new ProblemAnswer(answer.Errors);
        return isNew ? new CreatedAnswer<SessionAnswer>(ApiRoutes.Session(id), answer.Value) : Results.Json(answer.Value, ApiJson.Options);
    }
}
