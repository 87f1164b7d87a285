using FaceH5Portal.Vendors.Photos;

namespace FaceH5Portal.Core.PhotoChecks;

/// <summary>A vendor that a check was meant for and certainly never reached.</summary>
public sealed record TriedVendor(PhotoVendor Vendor, string Code, DateTime AtUtc);
