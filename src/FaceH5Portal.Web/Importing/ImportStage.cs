namespace FaceH5Portal.Web.Importing;

/// <summary>How far a confirmed file has come.</summary>
public enum ImportStage
{
    Waiting,
    Running,
    Done,
    Stopped,
    Failed,
}
