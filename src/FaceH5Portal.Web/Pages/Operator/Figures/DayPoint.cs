namespace FaceH5Portal.Web.Pages.Operator.Figures;

/// <summary>A day of a chart: the bar, the mark above it, and both in words.</summary>
public sealed record DayPoint(DateOnly Day, double? Value, double? Mark, string Text);
