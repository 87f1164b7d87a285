namespace FaceH5Portal.Web.Display;

/// <summary>What of the archive a list shows.</summary>
public enum ArchiveChoice
{
    Without,
    Only,
    With,
}
