using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Evidence;
using FaceH5Portal.Core.Sessions;

namespace FaceH5Portal.Web.Endpoints.Api;

/// <summary>Hands out evidence by its kind; a kind of the vault is known by its name.</summary>
internal sealed class EvidenceApi(SessionEvidence evidence)
{
    /// <summary>Of a session: the photo of a photo check is none of its.</summary>
    public static IEnumerable<string> Kinds => ApiJson.Words<EvidenceKind>().Except([ApiJson.Word(EvidenceKind.Photo)]).Append(ApiRoutes.Consent);

    public async Task<IResult> GetAsync(Actor actor, Guid id, string kind, string? sha256, CancellationToken cancellationToken)
    {
        var opened = kind == ApiRoutes.Consent
            ? await evidence.OpenConsentAsync(actor, id, sha256, cancellationToken)
            : ApiJson.Find<EvidenceKind>(kind) is { } known
                ? await evidence.OpenAsync(actor, id, known, sha256, cancellationToken)
                : new PortalError("evidence-kind-unknown", null, string.Join(", ", Kinds));
        if (!opened.Ok)
            return new ProblemAnswer(opened.Errors);
        return Results.Bytes(opened.Value.Bytes, opened.Value.MediaType, $"{id}-{kind}{ExtensionOf(opened.Value.MediaType)}");
    }

    private static string ExtensionOf(string mediaType) => mediaType switch
    {
        "image/jpeg" => ".jpg",
        "image/png" => ".png",
        "image/bmp" => ".bmp",
        "video/mp4" => ".mp4",
        "application/json" => ".json",
        _ => ".bin",
    };
}
