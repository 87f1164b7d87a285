namespace FaceH5Portal.Vendors.Http;

/// <summary>Puts a vendor's path behind the address its options name.</summary>
internal static class VendorUrl
{
    public static Uri At(string baseUrl, string pathAndQuery) => new(baseUrl.TrimEnd('/') + pathAndQuery);
}
