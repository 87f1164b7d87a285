namespace FaceH5Portal.Web.Demo;

public enum DemoState
{
    NotAsked,
    Running,
    Done,
    Failed,
}

/// <summary>How far the made-up month has come.</summary>
/// <param name="Day">From 0 to <paramref name="Days"/>.</param>
/// <param name="Sessions">How many were made.</param>
public sealed record DemoProgress(DemoState State, int Day, int Days, int Sessions);
