namespace FaceH5Portal.Core.Harvesting;

/// <summary>A token of which something is due: its verdict, or an item owed of it; and until when that has a point.</summary>
public sealed record DueWork(Guid TokenId, DateTime DeadlineUtc);
