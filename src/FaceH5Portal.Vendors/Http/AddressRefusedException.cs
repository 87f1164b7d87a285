namespace FaceH5Portal.Vendors.Http;

/// <summary>A host's name leads to an address that must not be connected to. Told apart from a broken connection in <see cref="VendorHttp"/>.</summary>
internal sealed class AddressRefusedException() : Exception("The host leads to an address inside a network.");
