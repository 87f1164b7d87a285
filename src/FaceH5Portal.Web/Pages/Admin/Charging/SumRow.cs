namespace FaceH5Portal.Web.Pages.Admin.Charging;

/// <summary>A part of what was charged, and where its entries are.</summary>
public sealed record SumRow(string Text, int Quantity, long Amount, string Address);
