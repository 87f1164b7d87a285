using System.ComponentModel;
using FaceH5Portal.Core.Data;

namespace FaceH5Portal.Web.Endpoints.Api;

/// <summary>Why a person is erased.</summary>
internal sealed record EraseSessionBody
{
    public static IReadOnlyList<string> Fields { get; } = ["reason"];

    [Description("Why, at most 200 characters. The audit keeps it, so it may not repeat the name or the number.")]
    public required string Reason { get; init; }

    public static Result<EraseSessionBody> Read(byte[] body) =>
        JsonFields.Read(body, Fields, fields => new EraseSessionBody { Reason = fields.Required("reason") });
}
