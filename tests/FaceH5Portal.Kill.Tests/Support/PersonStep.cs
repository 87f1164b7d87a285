namespace FaceH5Portal.Kill.Tests.Support;

internal enum PersonStep
{
    Starting,
    Returning,
}
