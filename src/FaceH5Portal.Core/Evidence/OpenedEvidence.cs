namespace FaceH5Portal.Core.Evidence;

public sealed record OpenedEvidence(byte[] Bytes, string MediaType);
