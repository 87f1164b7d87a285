namespace FaceH5Portal.Web.Endpoints.Api;

/// <summary>Every address of the API.</summary>
internal static class ApiRoutes
{
    public const string Prefix = "/api";
    public const string Sessions = "/api/v1/sessions";
    public const string SessionPattern = Sessions + "/{id:guid}";
    public const string CancelPattern = SessionPattern + "/cancel";
    public const string ErasePattern = SessionPattern + "/erase";
    public const string EvidencePattern = SessionPattern + "/evidence/{kind}";

    public const string PhotoChecks = "/api/v1/photo-checks";
    public const string PhotoCheckPattern = PhotoChecks + "/{id:guid}";

    /// <summary>The kind of evidence that is no file of the vault.</summary>
    public const string Consent = "consent";

    public static string Session(Guid id) => $"{Sessions}/{id}";

    public static string PhotoCheck(Guid id) => $"{PhotoChecks}/{id}";

    public static string Erase(Guid id) => $"{Session(id)}/erase";

    public static string Evidence(Guid id, string kind) => $"{Session(id)}/evidence/{kind}";
}
