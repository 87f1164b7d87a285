using System.ComponentModel;
using System.Text.Json.Serialization;

namespace FaceH5Portal.Web.Endpoints.Api;

/// <summary>Why a call was refused (RFC 9457).</summary>
/// <param name="Type">Names the kind of problem; made of its code.</param>
/// <param name="Title">The name of the HTTP status.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="Detail">What is wrong and what to do, in the language asked for.</param>
/// <param name="Code">A word that stays the same, for programs.</param>
internal sealed record ApiProblem(string Type, string Title, int Status, string Detail, string Code)
{
    public const string MediaType = "application/problem+json";

    [Description("What is wrong with each field, where fields are at fault.")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, IReadOnlyList<FieldProblem>>? Errors { get; init; }
}

/// <summary>One thing that is wrong with a field.</summary>
/// <param name="Code">A word that stays the same, for programs.</param>
/// <param name="Detail">What is wrong and what to do.</param>
internal sealed record FieldProblem(string Code, string Detail);
