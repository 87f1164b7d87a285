namespace FaceH5Portal.Web.Demo;

/// <summary>How many days the demo data goes back.</summary>
internal sealed record DemoLength(int Days);
