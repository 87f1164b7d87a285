namespace FaceH5Portal.Sandbox.State;

/// <summary>
/// One time a person held their ID card to the camera. It is billed as such, whatever comes after;
/// <see cref="Order"/> names the attempt it led to, if it led to one.
/// </summary>
internal sealed record OcrStage(DateTimeOffset ChargedAt, string FrontId, string? BackId = null, int Count = 1, int? Order = null);
