namespace FaceH5Portal.Core.Data;

/// <summary>Something a person can act on: a stable code, the field it belongs to, and the values its sentence needs.</summary>
public sealed record PortalError(string Code, string? Field = null, params object[] Args)
{
    public const string StorageUnavailable = "storage-unavailable";
    public const string ChangedMeanwhile = "changed-meanwhile";
    public const string AccessDenied = "access-denied";
    public const string StepUpNeeded = "step-up-needed";
    public const string NotFound = "not-found";
}
