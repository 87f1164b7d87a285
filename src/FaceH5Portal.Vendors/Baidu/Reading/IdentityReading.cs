using System.Text.Json;
using FaceH5Portal.Vendors.Reading;

namespace FaceH5Portal.Vendors.Baidu.Reading;

/// <summary>Reads who the person says to be and what the certificate says, wherever the vendor put it.</summary>
internal static class IdentityReading
{
    public static ConfirmedIdentity? Confirmed(JsonElement holder)
    {
        if (holder.Object("idcard_confirm") is not { } confirm)
            return null;
        var identity = new ConfirmedIdentity(confirm.Text("name"), Number(confirm), confirm.Text("idcard_type"));
        return identity is { Name: null, Number: null } ? null : identity;
    }

    public static OcrIdentity? Ocr(JsonElement holder)
    {
        if (BesideOrInside(holder, "idcard_ocr_result") is not { } ocr)
            return null;
        var identity = new OcrIdentity
        {
            Name = ocr.Text("name"),
            Number = Number(ocr),
            Gender = ocr.Text("gender"),
            Nation = ocr.Text("nation"),
            Birthday = ocr.Text("birthday"),
            Address = ocr.Text("address"),
            IssueAuthority = ocr.Text("issue_authority"),
            IssueTime = ocr.Text("issue_time"),
            ExpireTime = ocr.Text("expire_time"),
        };
        return identity == new OcrIdentity() ? null : identity;
    }

    /// <summary>The vendor's table puts the block beside <c>idcard_confirm</c>, its example and its server inside.</summary>
    public static JsonElement? BesideOrInside(JsonElement holder, string name) =>
        holder.Object("idcard_confirm")?.Object(name) ?? holder.Object(name);

    private static string? Number(JsonElement identity) => identity.Text("idcard_number") ?? identity.Text("id_card_number");
}
