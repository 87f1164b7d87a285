namespace FaceH5Portal.Vendors.Tests.Support;

/// <summary>An answer of any call.</summary>
internal sealed record NamedAnswer(object? Value, VendorFault? Fault, string? LogId, string? RawBody);
