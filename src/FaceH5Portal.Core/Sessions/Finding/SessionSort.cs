namespace FaceH5Portal.Core.Sessions.Finding;

/// <summary>Equal ones follow each other by creation, then by id.</summary>
public enum SessionSort
{
    Created,
    Expiry,
    Status,
    Plan,
}
