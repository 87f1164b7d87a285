using FaceH5Portal.Core.Data;
using FaceH5Portal.Web.Display;
using FaceH5Portal.Web.Logging;
using FaceH5Portal.Web.Resources;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Localization;

namespace FaceH5Portal.Web.Endpoints.Api;

/// <summary>Says in words, and in codes, why a call was refused.</summary>
internal sealed class ProblemAnswer(IReadOnlyList<PortalError> errors) : IResult
{
    // What the API calls a field that the core found fault with; the API's own faults name it as it came.
    private static readonly Dictionary<string, string> Fields = new()
    {
        ["Reference"] = "reference",
        ["Purpose"] = "purpose",
        ["Name"] = "name",
        ["Number"] = "idNumber",
        ["Photo"] = "matchImage",
        ["Reason"] = "reason",
    };

    public ProblemAnswer(PortalError error) : this([error])
    {
    }

    public async Task ExecuteAsync(HttpContext context)
    {
        var status = ApiStatuses.Of(errors[0]);
        var code = errors.All(error => error.Code == errors[0].Code) ? errors[0].Code : "several-fields";
        context.Response.StatusCode = status;
        if (status is StatusCodes.Status403Forbidden or StatusCodes.Status429TooManyRequests)
            context.NoteRefusal(code);
        if (status is StatusCodes.Status503ServiceUnavailable || code == "idempotency-running")
            context.Response.Headers.RetryAfter = "1";
        var problem = new ApiProblem(
            $"urn:faceh5portal:{code}", ReasonPhrases.GetReasonPhrase(status), status, Detail(context), code)
        {
            Errors = ByField(context),
        };
        await context.Response.WriteAsJsonAsync(problem, ApiJson.Options, ApiProblem.MediaType);
    }

    private string Detail(HttpContext context) => string.Join(" ", errors.Select(error =>
        error.Field is null ? Text(context, error) : $"{FieldOf(error)}: {Text(context, error)}"));

    private Dictionary<string, IReadOnlyList<FieldProblem>>? ByField(HttpContext context)
    {
        var byField = errors.Where(error => error.Field is not null).GroupBy(FieldOf).ToDictionary(
            group => group.Key,
            group => (IReadOnlyList<FieldProblem>)[.. group.Select(error => new FieldProblem(error.Code, Text(context, error)))]);
        return byField.Count > 0 ? byField : null;
    }

    /// <summary>A sentence of the API's own where that of the pages speaks of a page.</summary>
    private static string Text(HttpContext context, PortalError error)
    {
        var texts = context.RequestServices.GetRequiredService<IStringLocalizer<Texts>>();
        var own = texts[$"Api.{error.Code}", error.Args];
        return own.ResourceNotFound ? context.RequestServices.GetRequiredService<ErrorText>().Of(error) : own;
    }

    private static string FieldOf(PortalError error) => Fields.GetValueOrDefault(error.Field!, error.Field!);
}
