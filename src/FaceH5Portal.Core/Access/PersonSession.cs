namespace FaceH5Portal.Core.Access;

/// <summary>How a person of the console is here: by which session, and when they last proved who they are.</summary>
public sealed record PersonSession(Guid Id, DateTime ProvenAtUtc);
