namespace FaceH5Portal.Core.Data;

/// <summary>What was committed, named so that a page knows whether to query again.</summary>
public sealed record PortalChange(string Topic, Guid Id);
