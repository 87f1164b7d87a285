using System.Text.Json;
using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.PhotoChecks;
using FaceH5Portal.Core.PhotoChecks.Finding;

namespace FaceH5Portal.Web.Endpoints.Api;

/// <summary>What a program does with photo checks; permissions are the services' to check.</summary>
internal sealed class PhotoCheckApi(PhotoCheckService checks, PhotoCheckQueries queries, IdempotencyKeys once, IdempotencyHeader header)
{
    // What the API calls a field that the core found fault with; the others by their own name.
    private static readonly Dictionary<string, string> Fields = new() { ["Number"] = "idNumber", ["Vendors"] = "vendor", ["Person"] = "name" };

    public async Task<IResult> CreateAsync(HttpContext context, Actor actor, CancellationToken cancellationToken)
    {
        // Said before the body is read. The answer shows the check, so that it may be seen is a condition.
        if ((actor.Lacks(Permission.CheckPhotos) ?? actor.Lacks(Permission.SeeSessions)) is { } denied)
            return new ProblemAnswer(denied);
        var asked = await header.ReadAsync(context.Request, actor, $"POST {ApiRoutes.PhotoChecks}", cancellationToken);
        if (!asked.Ok)
            return new ProblemAnswer(asked.Errors);
        var wanted = CreatePhotoCheckBody.Read(asked.Value.Body);
        if (!wanted.Ok)
            return new ProblemAnswer(wanted.Errors);
        var made = await once.OnceAsync(
            asked.Value.Call, () => CheckAsync(actor, wanted.Value.ToCheck() with { Call = asked.Value.Call }, cancellationToken), cancellationToken);
        return made.Ok ? await ShowCreatedAsync(actor, made.Value) : Refusal(made.Errors);
    }

    public async Task<IResult> GetAsync(Actor actor, Guid id, CancellationToken cancellationToken)
    {
        var found = await queries.GetAsync(actor, id, cancellationToken);
        return found.Ok ? Results.Json(Of(actor, found.Value), ApiJson.Options) : new ProblemAnswer(found.Errors);
    }

    private async Task<Result<Guid>> CheckAsync(Actor actor, NewPhotoCheck wanted, CancellationToken cancellationToken)
    {
        var made = await checks.CheckAsync(actor, wanted, cancellationToken);
        return made.Ok ? made.Value.CheckIds[0] : made.Errors.ToList();
    }

    /// <summary>It has been asked and may have cost by now, so who hung up meanwhile is answered all the same.</summary>
    private async Task<IResult> ShowCreatedAsync(Actor actor, Guid id)
    {
        var found = await queries.GetAsync(actor, id, CancellationToken.None);
        return found.Ok ? new CreatedAnswer<PhotoCheckAnswer>(ApiRoutes.PhotoCheck(id), Of(actor, found.Value)) : new ProblemAnswer(found.Errors);
    }

    private static ProblemAnswer Refusal(IReadOnlyList<PortalError> errors) => new([.. errors.Select(error => error.Field is { } field
        ? error with { Field = Fields.GetValueOrDefault(field, JsonNamingPolicy.CamelCase.ConvertName(field)) } : error)]);

    private static PhotoCheckAnswer Of(Actor actor, PhotoCheckDetail detail)
    {
        var check = detail.Check;
        return new PhotoCheckAnswer
        {
            Id = check.Id,
            Vendor = check.Vendor,
            State = check.State,
            Outcome = check.Outcome,
            ErrorKind = check.ErrorKind,
            Code = check.Code,
            Message = check.Message,
            Score = check.Score,
            Scale = check.Scale,
            Threshold = check.Threshold,
            Charged = check.Charged,
            RetryWith = check.RetryWith,
            RequestId = check.RequestId,
            Tried = [.. check.Tried.Select(tried => new TriedVendorAnswer(tried.Vendor, tried.Code, tried.AtUtc))],
            SessionId = check.SessionId,
            InsteadCause = check.InsteadCause,
            Purpose = check.Purpose,
            Reference = check.Reference,
            Subject = SessionAnswers.Of(detail.Subject),
            Photo = new PhotoAnswer(detail.Photo.OriginalSha256 ?? detail.Photo.Sha256, detail.Photo.BlobId is null, check.Before, check.Sent, check.SentSha256),
            ConsentGivenAt = check.ConsentedAtUtc,
            CreatedAt = check.CreatedAtUtc,
            EndedAt = check.EndedAtUtc,
            Charges = actor.May(Permission.SeeMoney)
                ? [.. detail.Charges.Select(entry => SessionAnswers.Of(entry, detail.Charges, new HashSet<Guid>()))] : null,
        };
    }
}
