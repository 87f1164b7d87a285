using System.Text.Json;

namespace FaceH5Portal.Vendors.Photos.Http;

/// <summary>One check on its way out.</summary>
/// <param name="Vendor">Who is asked.</param>
/// <param name="Message">The signed request; disposed by whoever made it.</param>
/// <param name="About">Whom it is about; must not come back in a message, should the vendor quote it.</param>
/// <param name="Read">Makes a result of the answer; null where it cannot be understood.</param>
internal sealed record PhotoCall(PhotoVendor Vendor, HttpRequestMessage Message, PhotoCheckRequest About, Func<JsonElement, PhotoCheckResult?> Read)
{
    /// <summary>Without the message, whose headers sign it.</summary>
    public override string ToString() => $"{nameof(PhotoCall)} to {Vendor}";
}
