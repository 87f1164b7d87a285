namespace FaceH5Portal.Core.Harvesting;

/// <summary>A token to be asked about, or an item to be fetched, and until when that has a point.</summary>
public sealed record DueWork(Guid Id, DateTime DeadlineUtc, bool IsVerdict);
